package io.crosswise.customer;

import io.crosswise.customer.DataQualityReport.Filled;
import io.crosswise.customer.DataQualityReport.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts one import while it runs. */
final class ImportTally {
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<Filled, Long> filled = new LinkedHashMap<>();
    private long rows;
    private long accepted;
    private long rejected;
    private long duplicates;
    private long unchanged;

    void read(long lines) {
        rows += lines;
    }

    void reject(String file, long line, String column, String reason) {
        if (rejections.size() < DataQualityReport.MAX_REJECTIONS) {
            rejections.add(new Rejection(file, line, column, reason));
        }
    }

    void rejectedCustomer() {
        rejected++;
    }

    void filled(String column, String how) {
        filled.merge(new Filled(column, 0, how), 1L, Long::sum);
    }

    void mergedDuplicate() {
        duplicates++;
    }

    void stored(int customers, int ofThemUnchanged) {
        accepted += customers;
        unchanged += ofThemUnchanged;
    }

    DataQualityReport report(Mapping mapping) {
        List<Filled> counted = filled.entrySet().stream()
                .map(entry -> new Filled(entry.getKey().column(), entry.getValue(), entry.getKey().how()))
                .toList();
        return new DataQualityReport(
                null, mapping.name(), rows, accepted, rejected, List.copyOf(rejections), counted, duplicates, unchanged);
    }
}
