package io.crosswise.table;

/** Nobody has such a table, version or draft. */
public class UnknownTable extends RuntimeException {
    private UnknownTable(String message) {
        super(message);
    }

    public static UnknownTable named(String name) {
        return new UnknownTable("There is no table called \"" + name + "\"");
    }

    public static UnknownTable version(String name, int version) {
        return new UnknownTable("The table \"" + name + "\" has no version " + version);
    }

    public static UnknownTable draft(String name, String sha256) {
        return new UnknownTable("The product offers no draft " + sha256 + " of the table \"" + name + "\"");
    }
}
