package io.crosswise.customer;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text of one cell as the type of the field it fills. */
final class CellText {
    private static final Set<Class<?>> TYPES =
            Set.of(String.class, Integer.class, Double.class, Boolean.class, Money.class, LocalDate.class, CustomerId.class);
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{0,15})?");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\r\\n]+");
    private static final int LONGEST = 1_000;

    private CellText() {}

    static boolean understands(Class<?> type) {
        return TYPES.contains(type) || type.isEnum();
    }

    static boolean isNumber(Class<?> type) {
        return type == Integer.class || type == Double.class || type == Money.class;
    }

    /** @throws NotUnderstood with what would have been expected; it never repeats the text */
    static Object read(String text, Class<?> type) {
        try {
            return switch (type.getSimpleName()) {
                case "String" -> plain(text);
                case "Integer" -> Integer.valueOf(text);
                case "Double" -> decimal(text).doubleValue();
                case "Money" -> new Money(decimal(text));
                case "LocalDate" -> LocalDate.parse(text);
                case "Boolean" -> yesOrNo(text);
                case "CustomerId" -> new CustomerId(text);
                default -> constant(text, type);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new NotUnderstood(expectation(type));
        }
    }

    /** An exponent is refused: a cent of 1e999999999 euros would fill the memory. */
    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(text);
    }

    /** A line break becomes a blank: names end up in the headers of letters. */
    private static String plain(String text) {
        String line = LINE_BREAKS.matcher(text).replaceAll(" ");
        if (line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException();
        }
        return line;
    }

    private static Boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String expectation(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "is not a text of at most " + LONGEST + " characters without control characters";
            case "Integer" -> "is not a whole number";
            case "Double", "Money" -> "is not a number with a decimal point";
            case "LocalDate" -> "is not a date like 2026-11-21";
            case "Boolean" -> "is neither yes nor no";
            case "CustomerId" -> "is not a customer id of 1 to 64 letters, digits or . _ : -";
            default -> "is not one of " + Arrays.toString(type.getEnumConstants());
        };
    }

    /** The text is no such value; the message completes "the cell …". */
    static final class NotUnderstood extends IllegalArgumentException {
        NotUnderstood(String expectation) {
            super(expectation);
        }
    }
}
