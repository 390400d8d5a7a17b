package io.crosswise.learning.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.crosswise.learning.DataSetRefused;
import io.crosswise.learning.JudgeDataSet;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Rows of a CSV file (RFC 4180, UTF-8, first line names the columns), read as they come: numbers under our feature names, an
 * empty cell is missing, and in the column {@code target} the answer.
 */
public final class CsvDriftRows implements JudgeDataSet.Rows {
    public static final String TARGET = "target";
    private static final String MARK = "\uFEFF";

    private final Iterator<CsvRecord> lines;
    private final List<String> header;

    /** @throws DataSetRefused when there is no usable first line */
    public CsvDriftRows(InputStream csv) {
        lines = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8.newDecoder()))
                .iterator();
        List<String> names = read(lines::hasNext) ? read(lines::next).getFields() : List.of();
        header = names.stream().map(name -> name.replace(MARK, "").strip()).toList();
        if (header.isEmpty() || new HashSet<>(header).size() != header.size()) {
            throw new DataSetRefused("The first line must name the columns, each once");
        }
    }

    @Override
    public Set<String> columns() {
        return Set.copyOf(header);
    }

    /** @throws DataSetRefused at the first line that cannot be read */
    @Override
    public void forEach(BiConsumer<Map<String, Double>, Double> row) {
        while (read(lines::hasNext)) {
            CsvRecord line = read(lines::next);
            if (line.getFieldCount() != header.size()) {
                throw new DataSetRefused("Line %d has %d fields instead of %d"
                        .formatted(line.getStartingLineNumber(), line.getFieldCount(), header.size()));
            }
            Map<String, Double> values = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                Double value = number(line, i);
                if (value != null) {
                    values.put(header.get(i), value);
                }
            }
            row.accept(values, values.remove(TARGET));
        }
    }

    private Double number(CsvRecord line, int column) {
        String text = line.getField(column).strip();
        try {
            double value = text.isEmpty() ? 0 : Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return text.isEmpty() ? null : value;
            }
        } catch (NumberFormatException e) {
            // refused below, without quoting what may be personal data
        }
        throw new DataSetRefused("Line %d, column '%s' is no number; leave it empty when it is unknown"
                .formatted(line.getStartingLineNumber(), header.get(column)));
    }

    private static <T> T read(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException e) {
            throw new DataSetRefused("This is no CSV file: a line is too long or a quote is never closed");
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? new DataSetRefused("The file is not UTF-8")
                    : new DataSetRefused("The file broke off");
        }
    }
}
