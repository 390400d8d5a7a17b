package io.crosswise.customer;

import io.crosswise.customer.ImportStaging.Line;
import io.crosswise.customer.Mapping.Table;
import io.crosswise.shared.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One import from its first line to its last, a thousand customers at a time. */
final class ImportRun {
    private static final int BATCH = 1_000;

    private final Mapping mapping;
    private final ImportStaging staging;
    private final ImportedCustomers customers;
    private final ImportTally tally = new ImportTally();
    private final ReadCustomer readCustomer;
    private final List<JoinedLines> batch = new ArrayList<>(BATCH);

    ImportRun(Mapping mapping, ImportStaging staging, ImportedCustomers customers, LocalDate today) {
        this.mapping = mapping;
        this.staging = staging;
        this.customers = customers;
        this.readCustomer = new ReadCustomer(mapping, today, tally);
    }

    DataQualityReport run(Map<String, SourceFile> files, LineReader reader) {
        staging.open();
        for (int table = 0; table < mapping.tables().size(); table++) {
            stage(table, files.get(mapping.tables().get(table).file()), reader);
        }
        staging.forEachKey(tables(false), this::join);
        storeBatch();
        return tally.report(mapping);
    }

    private void stage(int number, SourceFile file, LineReader reader) {
        Table table = mapping.tables().get(number);
        int key = table.columns().indexOf(table.key());
        try (ImportStaging.Writer staged = staging.table(number)) {
            tally.read(reader.read(file, mapping.separator(), table.columns(), new LineReader.Lines() {
                @Override
                public void line(long line, List<String> values) {
                    if (values.get(key).isEmpty() || values.get(key).indexOf('\0') >= 0) {
                        rejectLine(table, line, table.key(), "the cell names no row");
                    } else {
                        staged.add(line, values.get(key), values);
                    }
                }

                @Override
                public void malformed(long line, String reason) {
                    rejectLine(table, line, null, reason);
                }
            }));
        }
    }

    /** Where another file names the customer it is rejected there, for want of this line; else it is rejected here. */
    private void rejectLine(Table table, long line, String column, String reason) {
        tally.reject(table.file(), line, column, reason);
        if (!table.isLookup() && tables(false).size() == 1) {
            tally.rejectedCustomer();
        }
    }

    private void join(List<Line> lines) {
        JoinedLines joined = new JoinedLines(mapping, lines, tally);
        if (isWhole(joined)) {
            batch.add(joined);
        } else {
            tally.rejectedCustomer();
        }
        if (batch.size() == BATCH) {
            storeBatch();
        }
    }

    private boolean isWhole(JoinedLines joined) {
        Line first = joined.first();
        Table table = mapping.tables().get(first.table());
        if (!CustomerId.isValid(joined.key())) {
            tally.reject(table.file(), first.number(), table.key(), "the cell is not a customer id of 1 to 64 letters, digits or . _ : -");
            return false;
        }
        List<Integer> missing = tables(false).stream().filter(number -> !joined.has(number)).toList();
        missing.forEach(number -> tally.reject(
                table.file(),
                first.number(),
                table.key(),
                "there is no usable line of this customer in " + mapping.tables().get(number).file()));
        return missing.isEmpty();
    }

    private void storeBatch() {
        tables(true).forEach(this::lookUp);
        Map<CustomerRecord, String> read = new LinkedHashMap<>();
        for (JoinedLines joined : batch) {
            readCustomer.read(new CustomerId(joined.key()), joined)
                    .ifPresentOrElse(customer -> read.put(customer, joined.hash()), tally::rejectedCustomer);
        }
        tally.stored(read.size(), read.isEmpty() ? 0 : customers.storeChanged(read));
        batch.clear();
    }

    private void lookUp(int number) {
        Map<JoinedLines, String> keys = batch.stream()
                .collect(Collectors.toMap(joined -> joined, joined -> joined.text(mapping.tables().get(number).foundBy())));
        Map<String, Line> found = staging.lookUp(number, keys.values());
        keys.forEach((joined, key) -> {
            if (found.containsKey(key)) {
                joined.add(found.get(key));
            }
        });
    }

    private List<Integer> tables(boolean lookups) {
        return IntStream.range(0, mapping.tables().size())
                .filter(number -> mapping.tables().get(number).isLookup() == lookups)
                .boxed()
                .toList();
    }
}
