package io.crosswise.customer;

import java.util.List;

/** Reads the lines of a table file one after the other, in bounded memory. */
public interface LineReader {
    /**
     * Hands over the columns asked for, in that order, without surrounding blanks.
     *
     * @return lines of data read, malformed ones included
     * @throws ImportRefused when the file cannot be read as UTF-8 text, lacks a column or has one twice, or holds a line too long
     */
    long read(SourceFile file, char separator, List<String> columns, Lines lines);

    /** Takes the lines; 1 is the header. */
    interface Lines {
        void line(long number, List<String> values);

        /** A line that is no row of this table. */
        void malformed(long number, String reason);
    }
}
