package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import java.util.List;

/**
 * How a categorical field is read out of a row of numbers: either the feature holds a number that is the value ({@code 2} for "2",
 * {@code 1} for "true"), or the indicator {@code feature=value} is 1, which is how a text is carried.
 *
 * @param indicators the name of each value's indicator
 */
record Category(String feature, List<String> values, List<String> indicators) {
    static Category of(String feature, List<String> values) {
        return new Category(
                feature, List.copyOf(values), values.stream().map(value -> indicator(feature, value)).toList());
    }

    static String indicator(String feature, String value) {
        return feature + "=" + value;
    }

    /** The value as text, one of the declared ones where it can be; null when it is unknown. */
    String value(FeatureRow row) {
        Double number = row.get(feature);
        if (number != null) {
            return text(number);
        }
        for (int i = 0; i < values.size(); i++) {
            Double indicator = row.get(indicators.get(i));
            if (indicator != null && indicator >= 0.5) {
                return values.get(i);
            }
        }
        return undeclared(row);
    }

    /** A text that training has not met; what becomes of it is the field's rule for invalid values. */
    private String undeclared(FeatureRow row) {
        String start = indicator(feature, "");
        return row.asMap().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start) && entry.getValue() >= 0.5)
                .map(entry -> entry.getKey().substring(start.length()))
                .findFirst()
                .orElse(null);
    }

    private String text(double number) {
        String asDouble = Double.toString(number);
        if (number != Math.rint(number) || Math.abs(number) > 1e15 || values.contains(asDouble)) {
            return asDouble;
        }
        String asInteger = Long.toString((long) number);
        if (values.contains(asInteger)) {
            return asInteger;
        }
        String asBoolean = number == 1 ? "true" : number == 0 ? "false" : asInteger;
        return values.contains(asBoolean) ? asBoolean : asInteger;
    }
}
