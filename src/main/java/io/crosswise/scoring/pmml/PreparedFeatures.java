package io.crosswise.scoring.pmml;

import java.util.HashMap;
import java.util.Map;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.FieldValueUtil;
import org.jpmml.evaluator.TypeInfo;
import org.jpmml.evaluator.TypeInfos;

/**
 * One customer's features as JPMML values, made once and shared by all models. Boosted trees learn in 32-bit floats and
 * must be asked in them, or a value on a split goes the wrong way; everything else is asked in doubles.
 */
class PreparedFeatures {
    private final Map<String, Double> features;
    private Map<String, FieldValue> floats;
    private Map<String, FieldValue> doubles;

    /** @throws IllegalArgumentException when a feature is NaN or infinite */
    PreparedFeatures(Map<String, Double> features) {
        features.forEach((name, value) -> {
            if (value != null && !Double.isFinite(value)) {
                throw new IllegalArgumentException("Feature " + name + " is " + value + "; leave it out when it is unknown");
            }
        });
        this.features = features;
    }

    Map<String, FieldValue> asFloats() {
        if (floats == null) {
            floats = prepared(TypeInfos.CONTINUOUS_FLOAT);
        }
        return floats;
    }

    Map<String, FieldValue> asDoubles() {
        if (doubles == null) {
            doubles = prepared(TypeInfos.CONTINUOUS_DOUBLE);
        }
        return doubles;
    }

    private Map<String, FieldValue> prepared(TypeInfo type) {
        Map<String, FieldValue> values = new HashMap<>(features.size() * 2);
        features.forEach((name, value) -> {
            if (value != null) {
                values.put(name, FieldValueUtil.create(type, type == TypeInfos.CONTINUOUS_FLOAT ? (Object) value.floatValue() : value));
            }
        });
        return values;
    }
}
