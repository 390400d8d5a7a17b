package io.crosswise.learning.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.crosswise.learning.Table;
import io.crosswise.learning.TrainingFile;
import io.crosswise.learning.TrainingImpossible;
import io.crosswise.learning.TrainingSpec;
import io.crosswise.shared.StableHash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads CSV files (RFC 4180, UTF-8, first line names the columns) into one table, joined on the customer. */
public final class CsvTables {
    private CsvTables() {}

    /**
     * The rows of the first file, each with what the other files say of the same customer; an empty cell is missing. A column
     * that an earlier file has too is left out when it says the same, else it is named with its file.
     *
     * @throws TrainingImpossible when a file cannot be read or joined, without quoting a value
     */
    public static Table join(TrainingSpec spec, List<TrainingFile> files) {
        if (files.isEmpty()) {
            throw new TrainingImpossible("There is no file to learn from");
        }
        Table table = read(files.get(0));
        StringBuilder fingerprints = new StringBuilder(table.sha256());
        for (TrainingFile file : files.subList(1, files.size())) {
            Table other = read(file);
            fingerprints.append(other.sha256());
            String key = spec.keys().getOrDefault(file.name(), spec.join());
            if (key == null) {
                throw new TrainingImpossible("The spec does not say on which column the files are joined: join: …");
            }
            table = joined(table, other, file.name(), key);
        }
        return new Table(
                table.columns(), table.rows(), StableHash.sha256(fingerprints.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private static Table joined(Table left, Table right, String file, String key) {
        Map<String, String[]> byKey = new HashMap<>();
        int place = right.columns().indexOf(key);
        if (place < 0 || !left.columns().contains(key)) {
            throw new TrainingImpossible("File " + file + " cannot be joined on column '" + key + "'; name its own under keys");
        }
        for (String[] row : right.rows()) {
            if (row[place] != null && byKey.put(row[place], row) != null) {
                throw new TrainingImpossible("File " + file + " has more than one row with the same '" + key + "'");
            }
        }
        String[] keys = left.values(key);
        List<String> columns = new ArrayList<>(left.columns());
        List<Integer> taken = new ArrayList<>();
        for (int column = 0; column < right.columns().size(); column++) {
            String name = right.columns().get(column);
            if (column == place || columns.contains(name) && same(left.values(name), keys, byKey, column)) {
                continue;
            }
            taken.add(column);
            columns.add(columns.contains(name) ? file + " " + name : name);
        }
        List<String[]> rows = new ArrayList<>();
        for (int row = 0; row < keys.length; row++) {
            String[] wide = Arrays.copyOf(left.rows().get(row), columns.size());
            String[] found = byKey.get(keys[row]);
            for (int i = 0; found != null && i < taken.size(); i++) {
                wide[left.columns().size() + i] = found[taken.get(i)];
            }
            rows.add(wide);
        }
        return new Table(columns, rows, left.sha256());
    }

    private static boolean same(String[] values, String[] keys, Map<String, String[]> byKey, int column) {
        for (int row = 0; row < keys.length; row++) {
            String[] found = byKey.get(keys[row]);
            if (found != null && !Objects.equals(values[row], found[column])) {
                return false;
            }
        }
        return true;
    }

    private static Table read(TrainingFile file) {
        List<String[]> rows = new ArrayList<>();
        List<String> header = List.of();
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content())).toString();
            String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
            for (CsvRecord line : CsvReader.builder().skipEmptyLines(true).ofCsvRecord(clean)) {
                List<String> values = line.getFields().stream().map(String::strip).toList();
                if (header.isEmpty()) {
                    header = checked(file.name(), values);
                } else if (values.size() != header.size()) {
                    throw new TrainingImpossible("%s: line %d has %d fields instead of %d"
                            .formatted(file.name(), line.getStartingLineNumber(), values.size(), header.size()));
                } else {
                    rows.add(values.stream().map(value -> value.isEmpty() ? null : value).toArray(String[]::new));
                }
            }
        } catch (CharacterCodingException e) {
            throw new TrainingImpossible(file.name() + " is not UTF-8");
        } catch (CsvParseException e) {
            throw new TrainingImpossible(file.name() + " is no CSV file: a line is too long or a quote is never closed");
        }
        if (rows.isEmpty()) {
            throw new TrainingImpossible(file.name() + " is empty: its first line names the columns, the others are rows");
        }
        return new Table(header, rows, StableHash.sha256(file.content()));
    }

    private static List<String> checked(String file, List<String> header) {
        if (new HashSet<>(header).size() != header.size()) {
            throw new TrainingImpossible(file + " has the same column twice in its first line");
        }
        return header;
    }
}
