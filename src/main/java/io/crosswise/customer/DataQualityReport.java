package io.crosswise.customer;

import java.util.List;

/**
 * What an import found.
 *
 * @param importId null until the import is stored
 * @param rowsRead lines of data in all files, headers apart
 * @param customersAccepted those unchanged included
 * @param rejections in the order found, the first {@value #MAX_REJECTIONS}; {@code customersRejected} counts all
 * @param duplicatesMerged lines merged into another line of the same customer in the same file
 * @param unchanged customers accepted whose lines are those of the last import
 */
public record DataQualityReport(
        String importId,
        String mapping,
        long rowsRead,
        long customersAccepted,
        long customersRejected,
        List<Rejection> rejections,
        List<Filled> filled,
        long duplicatesMerged,
        long unchanged) {
    public static final int MAX_REJECTIONS = 1_000;

    /**
     * @param line 1 is the header
     * @param column null when the whole line is meant
     * @param reason never repeats the value, which may be personal
     */
    public record Rejection(String file, long line, String column, String reason) {}

    /** Values the source left empty. @param how where the value was taken from */
    public record Filled(String column, long count, String how) {}

    public DataQualityReport withImportId(String id) {
        return new DataQualityReport(
                id, mapping, rowsRead, customersAccepted, customersRejected, rejections, filled, duplicatesMerged, unchanged);
    }
}
