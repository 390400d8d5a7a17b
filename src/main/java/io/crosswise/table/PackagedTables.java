package io.crosswise.table;

import java.util.Map;

/** The tables that come with this build of the product. */
public interface PackagedTables {
    /** Files by table, sorted by name. */
    Map<String, byte[]> all();
}
