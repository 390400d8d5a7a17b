package io.crosswise.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from the text of a cell without evaluating it, in time that grows with its length only. */
final class Feel {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?(?:\\d+(?:\\.(?!\\.)\\d+)?|\\.\\d+)(?![\\w])");
    private static final Pattern PATH = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*+)\\s*+\\.\\s*+([A-Za-z_]\\w*+)");
    private static final Pattern CALL = Pattern.compile("(?<!\\w)(?:[A-Za-z_]\\w*+\\s++){0,3}[A-Za-z_]\\w*+\\s*+\\(");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Pattern BINDS = Pattern.compile("\\b(?:for|some|every)\\b|\\{|@");
    private static final Set<String> KEYWORDS = Set.of(
            "true", "false", "null", "not", "and", "or", "if", "then", "else", "between", "in", "instance", "of", "string", "number",
            "boolean", "date", "time", "item", "partial");

    private Feel() {}

    /** A name of a variable and the name it asks it for. */
    record Path(String variable, String name) {}

    static boolean isEmpty(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    /** The expression with its texts and comments blanked out. */
    static String withoutTexts(String cell) {
        return ScanCell.scan(cell).rest();
    }

    static List<String> texts(String cell) {
        return ScanCell.scan(cell).texts();
    }

    static List<BigDecimal> numbers(String cell) {
        List<BigDecimal> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(withoutTexts(cell));
        while (matcher.find()) {
            numbers.add(new BigDecimal(matcher.group()));
        }
        return numbers;
    }

    static Set<Path> paths(String cell) {
        Set<Path> paths = new LinkedHashSet<>();
        Matcher matcher = PATH.matcher(withoutTexts(cell));
        while (matcher.find()) {
            paths.add(new Path(matcher.group(1), matcher.group(2)));
        }
        return paths;
    }

    /** Words that stand for no value: most often texts somebody forgot to put in quotes. */
    static Set<String> bareWords(String cell) {
        String rest = withoutTexts(cell);
        Set<String> words = new LinkedHashSet<>();
        if (BINDS.matcher(rest).find()) {
            return words;
        }
        Matcher matcher = WORD.matcher(CALL.matcher(PATH.matcher(rest).replaceAll(" ")).replaceAll("("));
        while (matcher.find()) {
            if (!KEYWORDS.contains(matcher.group())) {
                words.add(matcher.group());
            }
        }
        return words;
    }

    /** The text a cell consists of; null when it is anything else. */
    static String onlyText(String cell) {
        ScanCell scanned = ScanCell.scan(cell);
        return scanned.rest().equals(ScanCell.BLANKED) ? scanned.texts().get(0) : null;
    }

    /** The number a cell consists of; null when it is anything else. */
    static BigDecimal onlyNumber(String cell) {
        Matcher matcher = NUMBER.matcher(cell);
        return matcher.matches() ? new BigDecimal(cell) : null;
    }
}
