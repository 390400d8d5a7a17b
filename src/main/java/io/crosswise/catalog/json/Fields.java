package io.crosswise.catalog.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one entry of a catalogue document; what is missing or wrong becomes a problem instead of an exception. */
final class Fields {
    private final JsonNode node;
    private final String entry;
    private final List<String> problems;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode node, String entry, List<String> problems) {
        this.node = node;
        this.entry = entry;
        this.problems = problems;
        if (!node.isObject()) {
            problem("is not a map of fields");
        }
    }

    String text(String field) {
        JsonNode value = required(field);
        if (value == null) {
            return null;
        }
        String text = value.asText("").strip();
        return value.isValueNode() && !text.isEmpty() ? text : this.<String>wrong(field, value, "is a text");
    }

    /** Null when the field is absent; the caller falls back to another source. */
    <E extends Enum<E>> E optionalConstant(String field, Class<E> type) {
        return isMissing(field) ? null : constant(field, type);
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) {
        JsonNode value = required(field);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.asText()))
                .findFirst()
                .orElseGet(() -> wrong(field, value, "is one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** Euros; more than two decimals are refused rather than rounded. */
    Money money(String field) {
        JsonNode value = required(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            return wrong(field, value, "is an amount in euros");
        }
        BigDecimal amount = value.decimalValue();
        return amount.stripTrailingZeros().scale() <= 2
                ? new Money(amount)
                : this.<Money>wrong(field, value, "has at most two decimals");
    }

    Integer integer(String field, int from, int to) {
        JsonNode value = required(field);
        if (value == null) {
            return null;
        }
        boolean fits = value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= from
                && value.intValue() <= to;
        return fits
                ? Integer.valueOf(value.intValue())
                : this.<Integer>wrong(field, value, "is a whole number from " + from + " to " + to);
    }

    Integer optionalInteger(String field, int from, int to) {
        return isMissing(field) ? null : integer(field, from, to);
    }

    Boolean flag(String field) {
        if (isMissing(field)) {
            return false;
        }
        return node.get(field).isBoolean()
                ? Boolean.valueOf(node.get(field).booleanValue())
                : this.<Boolean>wrong(field, node.get(field), "is true or false");
    }

    List<String> texts(String field) {
        JsonNode value = required(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            problem("has a " + field + " that is not a list");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    /** Empty when the field is absent. */
    List<String> optionalTexts(String field) {
        return isMissing(field) ? List.of() : texts(field);
    }

    /** Empty when the field is absent. */
    <E extends Enum<E>> List<E> optionalConstants(String field, Class<E> type) {
        return optionalTexts(field).stream()
                .flatMap(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .or(() -> Optional.ofNullable(
                                wrong(field, new TextNode(text), "is one of " + Arrays.toString(type.getEnumConstants()))))
                        .stream())
                .toList();
    }

    /** The entries of a list inside this entry; empty when the field is absent. */
    List<Fields> optionalEntries(String field, String kind) {
        if (isMissing(field)) {
            return List.of();
        }
        if (!node.get(field).isArray()) {
            problem("has a " + field + " that is not a list");
            return List.of();
        }
        List<Fields> entries = new ArrayList<>();
        node.get(field).forEach(item -> entries.add(new Fields(item, entry + " " + kind + " " + (entries.size() + 1), problems)));
        return entries;
    }

    /** Reports the fields nobody asked for: a mistyped name would otherwise silently lose its value. */
    void refuseOthers() {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                problem("has the unknown field " + field + "; known are " + String.join(", ", known));
            }
        });
    }

    private JsonNode required(String field) {
        if (isMissing(field)) {
            problem("lacks " + field);
            return null;
        }
        return node.get(field);
    }

    private boolean isMissing(String field) {
        known.add(field);
        return node.get(field) == null || node.get(field).isNull();
    }

    private <T> T wrong(String field, JsonNode value, String shape) {
        String shown = value.isValueNode()
                ? value.asText()
                : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        problem("has " + field + " \"" + shown + "\"; it " + shape);
        return null;
    }

    private void problem(String what) {
        problems.add(entry + " " + what);
    }
}
