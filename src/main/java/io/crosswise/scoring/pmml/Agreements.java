package io.crosswise.scoring.pmml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The model files whose compiled form was found to agree with JPMML when the product was built, by SHA-256, with the version of the
 * compiling code. A test repeats every check that is remembered here.
 */
final class Agreements {
    /** To be raised whenever a change of the compiling code could change an answer. */
    static final String COMPILER = "1";

    static final String FILE = "pmml-models/compiled.properties";

    private final Properties bySha256;

    Agreements(Properties bySha256) {
        this.bySha256 = bySha256;
    }

    static Agreements packaged() {
        Properties properties = new Properties();
        try (InputStream file = Agreements.class.getClassLoader().getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
        return new Agreements(properties);
    }

    boolean remember(String sha256) {
        return COMPILER.equals(bySha256.getProperty(sha256));
    }
}
