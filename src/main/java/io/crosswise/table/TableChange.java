package io.crosswise.table;

import java.time.Instant;

/**
 * Something that was done to a table; never changed afterwards.
 *
 * @param version as deployed; null when nothing was deployed
 * @param definition the engine's id of that version; null when nothing was deployed
 * @param sha256 of the file
 * @param who user name, or {@code crosswise} for the product itself
 * @param reason in the words of who did it; null when none was given
 * @param fromVersion of a way back, whose content it is; else null
 */
public record TableChange(
        String table, Integer version, String definition, String sha256, Kind kind, String who, Instant at, String reason, Integer fromVersion) {
    /** The user name of the product itself. */
    public static final String PRODUCT = "crosswise";

    /** Who brought it, and how. */
    public enum Kind {
        /** Came with the product and took effect. */
        PACKAGED,
        /** By a person, as a file. */
        DEPLOYED,
        /** By a person, back to an earlier version. */
        ROLLED_BACK,
        /** Came with the product beside a table of a person, and waits. */
        OFFERED,
        /** By a person, who took what the product offered. */
        ADOPTED,
        /** By a person, who left what the product offered. */
        DECLINED
    }

    static TableChange offered(String table, String sha256, Instant at) {
        return new TableChange(table, null, null, sha256, Kind.OFFERED, PRODUCT, at, null, null);
    }

    static TableChange declined(String table, String sha256, String who, Instant at, String reason) {
        return new TableChange(table, null, null, sha256, Kind.DECLINED, who, at, reason, null);
    }

    /** Whether the product itself may replace what this change brought. */
    boolean belongsToTheProduct() {
        return kind == Kind.PACKAGED || kind == Kind.ADOPTED;
    }
}
