package io.crosswise.customer;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file handed to an import.
 *
 * @param name without a folder; the mapping recognises the file by it
 */
public record SourceFile(String name, Opener opener) {

    /** Opens the file from its beginning; the caller closes it. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
