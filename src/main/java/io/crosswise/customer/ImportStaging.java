package io.crosswise.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Holds the lines of one import outside memory and joins them; it lives and dies with the transaction. */
public interface ImportStaging {
    /** Starts anew and makes other imports wait until the transaction ends. */
    void open();

    /** Takes the lines of a table; closed before the next one is opened. */
    Writer table(int number);

    /** Goes through the lines of the tables by key, then table, then line; all lines of a key come together. */
    void forEachKey(Collection<Integer> tables, Consumer<List<Line>> lines);

    /** The last line of each key, of those keys that have one. */
    Map<String, Line> lookUp(int table, Collection<String> keys);

    /** @param number line in the file, 1 is the header */
    record Line(int table, long number, String key, List<String> values) {}

    /** Writes the lines of one table. */
    interface Writer extends AutoCloseable {
        void add(long number, String key, List<String> values);

        @Override
        void close();
    }
}
