package io.crosswise.customer.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.crosswise.customer.ImportRefused;
import io.crosswise.customer.LineReader;
import io.crosswise.customer.SourceFile;
import io.crosswise.customer.csv.BoundedRecords.Fields;
import io.crosswise.customer.csv.StrictUtf8.NotUtf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Reads CSV files (RFC 4180, UTF-8) in a fixed amount of memory, whatever the length of their lines. */
public final class CsvLineReader implements LineReader {

    @Override
    public long read(SourceFile file, char separator, List<String> columns, Lines lines) {
        BoundedRecords records = new BoundedRecords();
        try (CsvReader<Fields> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(BoundedRecords.MAX_CHARACTERS)
                .build(records, new StrictUtf8(file.opener().open()))) {
            return read(file.name(), csv.iterator(), columns, lines);
        } catch (CsvParseException e) {
            throw new ImportRefused(
                    "bad-csv",
                    "%s: the line that starts at line %d is longer than %d characters, has more than %d fields, or has a quote that is never closed or has text behind it"
                            .formatted(file.name(), records.line(), BoundedRecords.MAX_CHARACTERS, BoundedRecords.MAX_FIELDS));
        } catch (UncheckedIOException e) {
            throw refused(file.name(), e.getCause());
        } catch (IOException e) {
            throw refused(file.name(), e);
        }
    }

    private static long read(String file, Iterator<Fields> records, List<String> columns, Lines lines) {
        if (!records.hasNext()) {
            throw new ImportRefused("bad-header", file + " is empty: its first line must name the columns");
        }
        List<String> header = records.next().values();
        int[] positions = positions(file, header, columns);
        long count = 0;
        while (records.hasNext()) {
            Fields record = records.next();
            count++;
            if (record.values().size() == header.size()) {
                lines.line(record.line(), pick(record.values(), positions));
            } else {
                lines.malformed(
                        record.line(),
                        "the line has %d fields instead of %d".formatted(record.values().size(), header.size()));
            }
        }
        return count;
    }

    /** A file without a header is refused before its first line, which is data then, could get into a message. */
    private static int[] positions(String file, List<String> header, List<String> columns) {
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new ImportRefused("bad-header", file + " has no column '" + column + "' in its first line");
            }
        }
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw new ImportRefused("bad-header", file + " has the column '" + name + "' twice");
            }
        }
        return columns.stream().mapToInt(header::indexOf).toArray();
    }

    private static List<String> pick(List<String> values, int[] positions) {
        List<String> picked = new ArrayList<>(positions.length);
        for (int position : positions) {
            picked.add(values.get(position));
        }
        return picked;
    }

    private static ImportRefused refused(String file, IOException cause) {
        return cause instanceof NotUtf8 malformed
                ? new ImportRefused("not-utf-8", "%s: line %d is not UTF-8".formatted(file, malformed.line))
                : new ImportRefused("unreadable-file", file + " cannot be read");
    }
}
