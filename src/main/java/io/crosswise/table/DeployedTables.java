package io.crosswise.table;

import io.crosswise.table.TableChange.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables as the engine asks them. */
public interface DeployedTables {
    /**
     * @param definition the engine's id
     * @param byTheProduct whether the engine's own deployment at start brought it, before changes were written down
     */
    record Version(String table, int version, String definition, String sha256, Instant at, boolean byTheProduct) {}

    /** The version in force. */
    Optional<Version> latest(String table);

    /** Newest first; empty when there is no such table. */
    List<Version> versions(String table);

    Optional<byte[]> file(String table, int version);

    /**
     * Takes effect with the transaction, and is written down with it.
     *
     * @param fromVersion whose content it is; null for new content
     */
    Version deploy(String table, byte[] file, Kind kind, String who, String reason, Integer fromVersion);
}
