package io.crosswise.trigger;

import io.crosswise.shared.Market;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of trigger, as its process declares it.
 *
 * @param market it belongs to; null is any
 * @param fields what its data may hold
 */
public record TriggerType(String name, Market market, Map<String, Field> fields) {

    /** The kinds of values a field can have. */
    public enum Field {
        DATE("a date such as 2026-11-21"),
        MONEY("an amount in euros, 0 or more, such as 12.50"),
        COUNT("a whole number, 0 or more"),
        TEXT("a text of 1 to 200 characters");

        private final String expected;

        Field(String expected) {
            this.expected = expected;
        }

        boolean accepts(Object value) {
            return switch (this) {
                case DATE -> value instanceof String text && isDate(text);
                case MONEY -> value instanceof Number number && decimal(number).map(amount -> amount.signum() >= 0).orElse(false);
                case COUNT -> (value instanceof Integer || value instanceof Long)
                        && ((Number) value).longValue() >= 0
                        && ((Number) value).longValue() <= Integer.MAX_VALUE;
                case TEXT -> value instanceof String text && !text.isBlank() && text.length() <= 200;
            };
        }

        private static Optional<BigDecimal> decimal(Number number) {
            return Double.isFinite(number.doubleValue()) ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
        }

        private static boolean isDate(String text) {
            try {
                LocalDate.parse(text);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    /** What is wrong with the data, as a sentence; empty when every field that is present fits. */
    public Optional<String> objection(Map<String, Object> data) {
        return fields.entrySet().stream()
                .filter(field -> data.get(field.getKey()) != null)
                .filter(field -> !field.getValue().accepts(data.get(field.getKey())))
                .map(field -> "data." + field.getKey() + " must be " + field.getValue().expected)
                .sorted()
                .findFirst();
    }
}
