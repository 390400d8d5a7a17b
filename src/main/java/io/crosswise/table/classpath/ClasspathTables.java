package io.crosswise.table.classpath;

import io.crosswise.table.PackagedTables;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables in {@code dmn/} on the class path. */
public class ClasspathTables implements PackagedTables {
    private final List<String> names;

    public ClasspathTables(Collection<String> names) {
        this.names = List.copyOf(names);
    }

    @Override
    public Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        names.forEach(name -> files.put(name, read(name)));
        return files;
    }

    private static byte[] read(String name) {
        try (InputStream file = ClasspathTables.class.getResourceAsStream("/dmn/" + name + ".dmn")) {
            if (file == null) {
                throw new IllegalStateException("The table dmn/" + name + ".dmn is missing from the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The table dmn/" + name + ".dmn cannot be read", e);
        }
    }
}
