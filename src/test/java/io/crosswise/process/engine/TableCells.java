package io.crosswise.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;

/** The cells of a shipped decision table, and values on both sides of everything they compare with. */
record TableCells(String name, List<Cell> cells) {
    /** What the engine calls the value of the column a cell stands in. */
    static final String INPUT = "cellInput";

    /** A cell meets its own boundaries and those of the cells after it. */
    private static final int NEIGHBOURS = 5;

    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?");
    private static final Pattern PATH = Pattern.compile("\\b([a-z]\\w*)((?:\\.[a-z]\\w*)*)\\b(?!\\s*\\()");

    /** @param isTest whether the cell judges its column's value, or answers a value of its own */
    record Cell(String text, boolean isTest) {}

    static List<TableCells> all() {
        try (Stream<Path> files = Files.list(Path.of("dmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().map(TableCells::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableCells read(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        List<Cell> cells = new ArrayList<>();
        model.getModelElementsByType(InputExpression.class).forEach(input -> add(cells, input.getText(), false));
        model.getModelElementsByType(InputEntry.class).forEach(entry -> add(cells, entry.getText(), true));
        model.getModelElementsByType(OutputEntry.class).forEach(entry -> add(cells, entry.getText(), false));
        return new TableCells(file.getFileName().toString(), cells.stream().distinct().toList());
    }

    private static void add(List<Cell> cells, Text text, boolean isTest) {
        if (text != null && !text.getTextContent().isBlank() && !text.getTextContent().strip().equals("-")) {
            cells.add(new Cell(text.getTextContent(), isTest));
        }
    }

    /** Variables that put each boundary value into the column, and into every name the table reads. */
    List<Map<String, Object>> boundaryVariables(Cell cell) {
        Set<String> paths = new LinkedHashSet<>();
        cells.forEach(other -> paths(other.text(), paths));
        return boundaryValues(cell).stream()
                .map(value -> {
                    Map<String, Object> variables = new HashMap<>();
                    paths.forEach(path -> put(variables, List.of(path.split("\\.")), value));
                    variables.put(INPUT, value);
                    return variables;
                })
                .toList();
    }

    private Set<Object> boundaryValues(Cell cell) {
        Set<Object> values = new LinkedHashSet<>();
        values.add(null);
        values.addAll(List.of(true, false, "", "unheard of", 0, List.of(), List.of("unheard of"), Map.of()));
        for (int i = 0; i < NEIGHBOURS; i++) {
            String text = cells.get((cells.indexOf(cell) + i) % cells.size()).text();
            Matcher strings = STRING.matcher(text);
            while (strings.find()) {
                values.add(strings.group(1));
                values.add(List.of(strings.group(1), "unheard of"));
            }
            Matcher numbers = NUMBER.matcher(STRING.matcher(text).replaceAll(""));
            while (numbers.find()) {
                BigDecimal number = new BigDecimal(numbers.group());
                BigDecimal step = new BigDecimal("0.001");
                values.addAll(List.of(number, number.subtract(step), number.add(step), number.doubleValue(), number.longValue(),
                        number.longValue() - 1, number.longValue() + 1, number.toPlainString()));
            }
        }
        return values;
    }

    private static void paths(String text, Set<String> paths) {
        Matcher found = PATH.matcher(STRING.matcher(text).replaceAll(""));
        while (found.find()) {
            paths.add(found.group());
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> into, List<String> path, Object value) {
        if (path.size() == 1) {
            into.putIfAbsent(path.get(0), value);
        } else {
            Object next = into.compute(
                    path.get(0), (key, known) -> known instanceof Map ? new LinkedHashMap<>((Map<String, Object>) known) : new LinkedHashMap<>());
            put((Map<String, Object>) next, path.subList(1, path.size()), value);
        }
    }
}
