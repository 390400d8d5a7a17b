package io.crosswise.table;

import io.crosswise.policy.Column;
import io.crosswise.policy.TableContract;
import io.crosswise.table.DecisionTable.Row;
import io.crosswise.table.Vocabulary.Kind;
import io.crosswise.table.Vocabulary.Name;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether every cell says only what exists: names of facts, words in quotes, and values its column can have. */
final class CheckWords {
    private final DecisionTable table;
    private final TableContract contract;
    private final Vocabulary vocabulary;
    private final Set<String> sold;
    private final List<Complaint> complaints = new ArrayList<>();

    private CheckWords(DecisionTable table, TableContract contract, Vocabulary vocabulary, Set<String> sold) {
        this.table = table;
        this.contract = contract;
        this.vocabulary = vocabulary;
        this.sold = sold;
    }

    /** @param sold codes of what is on sale */
    static List<Complaint> check(DecisionTable table, TableContract contract, Vocabulary vocabulary, Set<String> sold) {
        CheckWords check = new CheckWords(table, contract, vocabulary, sold);
        table.rows().forEach(check::row);
        return check.complaints;
    }

    /** What is wrong with the names an expression uses; empty when nothing. */
    static List<String> names(String expression, Vocabulary vocabulary) {
        List<String> wrong = new ArrayList<>();
        for (Feel.Path path : Feel.paths(expression)) {
            if (!vocabulary.variables().contains(path.variable())) {
                wrong.add("There is no \"" + path.variable() + "\" here; this table can look at " + String.join(", ", vocabulary.variables()) + ".");
            } else if (vocabulary.find(path).isEmpty()) {
                wrong.add("\"" + path.name() + "\" is nothing known of the " + path.variable() + "."
                        + meant(path.name(), vocabulary.of(path.variable()).keySet()));
            }
        }
        for (String word : Feel.bareWords(expression)) {
            wrong.add("The word " + word + " stands for no value; write texts in quotes: \"" + word + "\".");
        }
        return wrong;
    }

    private void row(Row row) {
        for (int i = 0; i < table.inputs().size(); i++) {
            String label = table.inputs().get(i).label();
            input(row, label, vocabulary.find(table.inputs().get(i).expression()), row.when().get(i));
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            String name = table.outputs().get(i).name();
            Column<?> column = contract.columns().stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
            output(row, table.outputs().get(i).label(), column, row.then().get(i));
        }
    }

    private void input(Row row, String label, Optional<Name> name, String cell) {
        names(cell, vocabulary).forEach(text -> complain("UNKNOWN_WORD", row, label, text));
        if (name.isEmpty()) {
            return;
        }
        Kind kind = name.get().kind();
        if (kind == Kind.TEXT && !name.get().words().isEmpty()) {
            Feel.texts(cell).stream().filter(word -> !name.get().words().contains(word)).forEach(word -> complain(
                    "UNKNOWN_VALUE", row, label, "\"" + word + "\" never occurs here; it can be " + String.join(", ", name.get().words()) + "."));
        }
        boolean number = kind == Kind.WHOLE || kind == Kind.NUMBER;
        if (number && !Feel.texts(cell).isEmpty() && Feel.withoutTexts(cell).indexOf('(') < 0) {
            complain("WRONG_TYPE", row, label, "The cell compares a number with a text; leave the quotes out.");
        }
        if (kind == Kind.FLAG && (!Feel.texts(cell).isEmpty() || !Feel.numbers(cell).isEmpty())) {
            complain("WRONG_TYPE", row, label, "The cell asks for true or false; it can be true, false, null or empty.");
        }
    }

    private void output(Row row, String label, Column<?> column, String cell) {
        if (Feel.isEmpty(cell)) {
            return;
        }
        names(cell, vocabulary).forEach(text -> complain("UNKNOWN_WORD", row, label, text));
        String text = Feel.onlyText(cell);
        BigDecimal number = Feel.onlyNumber(cell);
        boolean flag = cell.equals("true") || cell.equals("false");
        if (column.kind() != Column.Kind.TEXT && text != null || column.kind() == Column.Kind.TEXT && (number != null || flag)) {
            complain("WRONG_TYPE", row, label, switch (column.kind()) {
                case TEXT -> "The answer must be a text in quotes, for example \"" + cell + "\".";
                case NUMBER -> "The answer must be a number without quotes, not " + cell + ".";
                case FLAG -> "The answer must be true or false without quotes, not " + cell + ".";
            });
        } else if (text != null && column.codes()) {
            Arrays.stream(text.split("[,/]")).map(String::strip).filter(word -> !word.isEmpty() && !isOffered(word, column))
                    .forEach(word -> complain(
                            "UNKNOWN_ANSWER", row, label, "\"" + word + "\" is no service category, no other word this column knows ("
                                    + String.join(", ", column.words().stream().sorted().toList())
                                    + ") and no code of an offer or bundle on sale."));
        } else if (text != null && !column.words().isEmpty()) {
            (column.several() ? Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()) : List.of(text).stream())
                    .filter(word -> !column.words().contains(word))
                    .forEach(word -> complain(
                            "UNKNOWN_ANSWER", row, label, "The product does not understand \"" + word + "\" here; it can be "
                                    + String.join(", ", column.words().stream().sorted().toList()) + "."));
        }
    }

    private boolean isOffered(String word, Column<?> column) {
        return column.words().contains(word) || sold.isEmpty() || sold.contains(word);
    }

    /** The known name that looks most like it. */
    static String meant(String name, Collection<String> known) {
        return known.stream()
                .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
                .filter(best -> distance(name, best) <= Math.max(2, name.length() / 3))
                .map(best -> " Did you mean \"" + best + "\"?")
                .orElse(" Known are: " + String.join(", ", known) + ".");
    }

    /** Levenshtein's edit distance, without regard to case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(java.util.Locale.ROOT);
        String b = right.toLowerCase(java.util.Locale.ROOT);
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] line = new int[b.length() + 1];
            line[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                line[j] = Math.min(swap, 1 + Math.min(line[j - 1], above[j]));
            }
            above = line;
        }
        return above[b.length()];
    }

    private void complain(String code, Row row, String label, String text) {
        complaints.add(new Complaint(code, row.number(), label, text));
    }
}
