package io.crosswise.demo;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.json.CatalogueReader;
import io.crosswise.demo.truth.TruthParameters;
import io.crosswise.demo.truth.YearParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files the demo market ships with. */
public final class DemoFiles {
    private DemoFiles() {}

    public static Catalogue catalogue() {
        return read("/demo/catalogue.yaml", new CatalogueReader()::read);
    }

    public static TruthParameters truth() {
        return read("/demo/truth.yaml", TruthParameters::read);
    }

    public static YearParameters year() {
        return read("/demo/year.yaml", YearParameters::read);
    }

    private interface Reader<T> {
        T read(InputStream file) throws IOException;
    }

    private static <T> T read(String name, Reader<T> reader) {
        try (InputStream file = DemoFiles.class.getResourceAsStream(name)) {
            return reader.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
