package io.crosswise.learning;

/** Rows somebody brought that cannot be read; the message says what to change and quotes no value. */
public class DataSetRefused extends RuntimeException {
    public DataSetRefused(String message) {
        super(message);
    }
}
