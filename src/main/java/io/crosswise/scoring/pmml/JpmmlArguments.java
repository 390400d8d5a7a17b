package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.DataType;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.FieldValueUtil;
import org.jpmml.evaluator.TypeInfo;
import org.jpmml.evaluator.TypeInfos;

/**
 * What JPMML is given for a row. Boosted trees learn in 32-bit floats and must be asked in them, or a value on a split goes the
 * wrong way. Models whose fields are all floats, or all doubles, and are called as here share one form of the row.
 */
final class JpmmlArguments {
    private final List<Input> inputs;
    private final TypeInfo shared;

    JpmmlArguments(List<Input> inputs) {
        this.inputs = inputs;
        this.shared = all(inputs, DataType.FLOAT)
                ? TypeInfos.CONTINUOUS_FLOAT
                : all(inputs, DataType.DOUBLE) ? TypeInfos.CONTINUOUS_DOUBLE : null;
    }

    private static boolean all(List<Input> inputs, DataType type) {
        return inputs.stream()
                .allMatch(input -> input.category() == null
                        && input.field().getDataType() == type
                        && input.feature().equals(input.name()));
    }

    Map<String, ?> of(FeatureRow row) {
        if (shared != null) {
            return row.prepared(Shared.class, unprepared -> new Shared(unprepared.asMap())).as(shared);
        }
        return ownForm(row);
    }

    /** A map of its own, by field. */
    Map<String, Object> ownForm(FeatureRow row) {
        Map<String, Object> arguments = new HashMap<>();
        inputs.forEach(input -> arguments.put(input.name(), input.argument(row)));
        return arguments;
    }

    private static final class Shared {
        private final Map<String, Double> features;
        private final Map<TypeInfo, Map<String, FieldValue>> forms = new HashMap<>(4);

        Shared(Map<String, Double> features) {
            this.features = features;
        }

        Map<String, FieldValue> as(TypeInfo type) {
            Map<String, FieldValue> known = forms.get(type);
            if (known == null) {
                known = prepare(type);
                forms.put(type, known);
            }
            return known;
        }

        private Map<String, FieldValue> prepare(TypeInfo type) {
            Map<String, FieldValue> values = new HashMap<>(features.size() * 2);
            boolean floats = type == TypeInfos.CONTINUOUS_FLOAT;
            features.forEach((name, value) ->
                    values.put(name, FieldValueUtil.create(type, floats ? (Object) value.floatValue() : value)));
            return values;
        }
    }
}
