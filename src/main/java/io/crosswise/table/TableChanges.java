package io.crosswise.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What was done to tables, by whom and why; only ever added to. */
public interface TableChanges {
    void add(TableChange change, byte[] file);

    /** Newest first. */
    List<TableChange> of(String table);

    /** The file of a change to the table, whether it was deployed or only offered. */
    Optional<byte[]> file(String table, String sha256);

    /** In one transaction, while nobody else does the same on any node. */
    <T> T exclusively(Supplier<T> change);
}
