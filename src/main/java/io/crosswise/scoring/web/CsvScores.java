package io.crosswise.scoring.web;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoreRow;
import io.crosswise.scoring.ScoreRow.RowAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Scores a CSV file row by row: columns the model does not read are copied, then come the score, the named answers and what was wrong
 * with the row. The file goes to disk first, since most callers read nothing before they have sent everything.
 */
class CsvScores {
    private static final long MOST_BYTES = 1L << 30;
    private static final int LONGEST_LINE = 1 << 20;
    private static final String BAD_CSV = "a line is at most 1 MB long and every quote is closed (RFC 4180)";
    private static final int ROWS_TO_LEARN_FROM = 100;

    /** @return how many rows were scored */
    long score(ScoreRow model, InputStream body, HttpServletResponse response) throws IOException {
        Path file = Files.createTempFile("crosswise-score", ".csv");
        try {
            Files.copy(new BoundedBody(body, MOST_BYTES), file, StandardCopyOption.REPLACE_EXISTING);
            List<String> columns = header(file);
            List<String> answers = answerNames(file, columns, model);
            TreeSet<String> unknown = new TreeSet<>(columns.stream().filter(model::isUnknown).toList());
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Unknown-Features", printable(unknown));
            return write(file, columns, answers, model, response);
        } catch (CsvParseException e) {
            throw ModelProblems.badRequest("bad-csv", "The body is CSV with a header; " + BAD_CSV);
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> header(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = open(file);
                CloseableIterator<CsvRecord> lines = csv.iterator()) {
            List<String> columns = new ArrayList<>(lines.hasNext() ? lines.next().getFields() : List.of());
            columns.replaceAll(name -> name.replace("\uFEFF", "").strip());
            if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
                throw ModelProblems.badRequest("bad-header", "The first line names each feature once");
            }
            return columns;
        }
    }

    /** The first row that is answered tells which answers there are. */
    private static List<String> answerNames(Path file, List<String> columns, ScoreRow model) throws IOException {
        try (CsvReader<CsvRecord> csv = open(file)) {
            return csv.stream()
                    .skip(1)
                    .limit(ROWS_TO_LEARN_FROM)
                    .map(line -> answer(line, columns, model))
                    .filter(answer -> answer.error() == null)
                    .findFirst()
                    .map(answer -> List.copyOf(new TreeSet<>(answer.answer().answers().keySet())))
                    .orElse(List.of());
        }
    }

    private static long write(
            Path file, List<String> columns, List<String> answers, ScoreRow model, HttpServletResponse response)
            throws IOException {
        List<Integer> copied = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!model.reads(columns.get(i))) {
                copied.add(i);
            }
        }
        long rows = 0;
        try (CsvReader<CsvRecord> csv = open(file);
                CloseableIterator<CsvRecord> lines = csv.iterator()) {
            CsvWriter out = CsvWriter.builder().build(response.getWriter());
            List<String> header = new ArrayList<>(copied.stream().map(columns::get).toList());
            header.add("score");
            header.addAll(answers);
            header.add("error");
            out.writeRecord(header);
            lines.next();
            try {
                while (lines.hasNext()) {
                    CsvRecord line = lines.next();
                    out.writeRecord(cells(line, copied, answers, answer(line, columns, model)));
                    rows++;
                }
            } catch (CsvParseException e) {
                List<String> last = new ArrayList<>(Collections.nCopies(header.size() - 1, ""));
                last.add("The rest is no CSV: " + BAD_CSV);
                out.writeRecord(last);
            }
            out.flush();
        }
        return rows;
    }

    private static List<String> cells(CsvRecord line, List<Integer> copied, List<String> answers, LineAnswer answer) {
        List<String> cells = new ArrayList<>();
        copied.forEach(column -> cells.add(column < line.getFieldCount() ? line.getField(column) : ""));
        RowAnswer scored = answer.answer();
        cells.add(scored == null || scored.score() == null ? "" : scored.score().toString());
        for (String name : answers) {
            Double value = scored == null ? null : scored.answers().get(name);
            cells.add(value == null ? "" : value.toString());
        }
        cells.add(answer.error() == null ? "" : answer.error());
        return cells;
    }

    /** @param error what is wrong with the line, null when it was scored */
    private record LineAnswer(RowAnswer answer, String error) {}

    private static LineAnswer answer(CsvRecord line, List<String> columns, ScoreRow model) {
        if (line.getFieldCount() != columns.size()) {
            return new LineAnswer(null, "The line has " + line.getFieldCount() + " fields instead of " + columns.size());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = line.getField(i).strip();
            values.put(columns.get(i), cell.isEmpty() ? null : cell);
        }
        try {
            return new LineAnswer(model.score(values), null);
        } catch (IllegalArgumentException | RefusedScore e) {
            return new LineAnswer(null, e.getMessage());
        }
    }

    private static CsvReader<CsvRecord> open(Path file) throws IOException {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    /** A header of HTTP holds printable characters only. */
    private static String printable(TreeSet<String> names) {
        String list = String.join(",", names).replaceAll("[^ -~]", "?");
        return list.substring(0, Math.min(list.length(), 2_000));
    }
}
