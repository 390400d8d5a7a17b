package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FieldMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.OpType;
import org.dmg.pmml.Value;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.ModelEvaluator;

/**
 * An input field of a model file and the feature that fills it.
 *
 * @param category how a categorical field is read; null for a numeric one
 */
record Input(InputField field, String feature, Category category) {
    static List<Input> of(ModelEvaluator<?> evaluator, FieldMapping mapping) {
        return evaluator.getActiveFields().stream()
                .map(field -> of(field, mapping.feature(field.getName())))
                .toList();
    }

    private static Input of(InputField field, String feature) {
        boolean number = field.getOpType() == OpType.CONTINUOUS && isNumber(field.getDataType());
        return new Input(field, feature, number ? null : Category.of(feature, categories(field)));
    }

    private static boolean isNumber(DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE || type == DataType.INTEGER;
    }

    private static List<String> categories(InputField field) {
        if (!(field.getField() instanceof DataField data) || !data.hasValues()) {
            return field.getDataType() == DataType.BOOLEAN ? List.of("true", "false") : List.of();
        }
        return data.getValues().stream()
                .filter(value -> value.getProperty() == Value.Property.VALID)
                .map(value -> String.valueOf(value.requireValue()))
                .toList();
    }

    String name() {
        return field.getName();
    }

    /** Whether the file declares which numbers are valid. */
    boolean restricted() {
        return field.getField() instanceof DataField data && (data.hasIntervals() || data.hasValues());
    }

    /** What JPMML is given: a number of the field's type, a text, or null. */
    Object argument(FeatureRow row) {
        if (category != null) {
            return category.value(row);
        }
        Double value = row.get(feature);
        return value != null && field.getDataType() == DataType.FLOAT ? (Object) value.floatValue() : value;
    }

    /** The features that stand for a value as a file writes it, for example in its verification records. */
    Map<String, Double> features(Object value) {
        if (value == null) {
            return Map.of();
        }
        if (category != null) {
            return Map.of(Category.indicator(feature, String.valueOf(value)), 1.0);
        }
        return Map.of(feature, Double.valueOf(value.toString()));
    }

    /** The features that stand for the values of several fields. */
    static Map<String, Double> features(List<Input> inputs, Map<String, ?> values) {
        Map<String, Double> features = new HashMap<>();
        inputs.forEach(input -> features.putAll(input.features(values.get(input.name()))));
        return features;
    }
}
