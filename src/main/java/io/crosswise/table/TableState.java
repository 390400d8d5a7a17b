package io.crosswise.table;

import java.time.Instant;

/**
 * A version of a table, and who brought it.
 *
 * @param kind null for what was deployed before changes were written down
 * @param who null when it is not known
 * @param reason null when none was given
 * @param fromVersion of a way back, whose content it is; else null
 */
public record TableState(
        String name, int version, String sha256, TableChange.Kind kind, String who, Instant at, String reason, Integer fromVersion) {}
