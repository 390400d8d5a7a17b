package io.crosswise.scoring.pmml;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoringModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dmg.pmml.DataType;
import org.dmg.pmml.OpType;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.FieldValue;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.ModelEvaluator;

/**
 * A model that JPMML evaluates.
 *
 * @param output the field of the answer that is the score
 */
record JpmmlModel(
        String name, String version, String sha256, ModelEvaluator<?> evaluator, FieldMapping mapping, String output)
        implements ScoringModel {

    @Override
    public List<String> features() {
        return evaluator.getActiveFields().stream().map(field -> mapping.feature(field.getName())).toList();
    }

    @Override
    public String function() {
        return evaluator.getMiningFunction().value();
    }

    @Override
    public boolean compiled() {
        return false;
    }

    @Override
    public double score(FeatureRow row) {
        Object value = EvaluatorUtil.decode(evaluator.evaluate(arguments(row)).get(output));
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw RefusedScore.of(name, value);
    }

    @Override
    public Map<String, Double> answers(FeatureRow row) {
        Map<String, Double> numbers = new TreeMap<>();
        EvaluatorUtil.decodeAll(evaluator.evaluate(arguments(row))).forEach((field, value) -> {
            if (value instanceof Number number) {
                if (!Double.isFinite(number.doubleValue())) {
                    throw RefusedScore.of(name, value);
                }
                numbers.put(field, number.doubleValue());
            }
        });
        if (numbers.isEmpty()) {
            throw RefusedScore.of(name, null);
        }
        return numbers;
    }

    @Override
    public Contributions contributions(FeatureRow row) {
        throw new UnsupportedOperationException("The model " + name + " cannot be taken apart");
    }

    private Map<String, FieldValue> arguments(FeatureRow row) {
        PreparedFeatures prepared = row.prepared(PreparedFeatures.class, known -> new PreparedFeatures(known.asMap()));
        Map<String, FieldValue> values = floats() ? prepared.asFloats() : prepared.asDoubles();
        if (mapping.featureByField().isEmpty()) {
            return values;
        }
        Map<String, FieldValue> named = new HashMap<>();
        for (InputField field : evaluator.getActiveFields()) {
            named.put(field.getName(), values.get(mapping.feature(field.getName())));
        }
        return named;
    }

    private boolean floats() {
        return evaluator.getActiveFields().stream()
                .allMatch(field -> field.getDataType() == DataType.FLOAT && field.getOpType() == OpType.CONTINUOUS);
    }
}
