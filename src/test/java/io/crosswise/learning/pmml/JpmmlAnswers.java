package io.crosswise.learning.pmml;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.OutputField;

/** A PMML file as the reference evaluator reads it. */
public final class JpmmlAnswers {
    private final Evaluator evaluator;

    /** Also checks the file against its verification records. */
    public JpmmlAnswers(byte[] pmml) {
        try {
            evaluator = new LoadingModelEvaluatorBuilder().load(new ByteArrayInputStream(pmml)).build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        evaluator.verify();
    }

    /** The final output fields by name. */
    public Map<String, ?> of(Map<String, Double> features) {
        Map<String, ?> results = evaluator.evaluate(features);
        Map<String, Object> answers = new TreeMap<>();
        for (OutputField field : evaluator.getOutputFields()) {
            if (field.isFinalResult()) {
                answers.put(field.getName(), EvaluatorUtil.decode(results.get(field.getName())));
            }
        }
        return answers;
    }

    public Evaluator evaluator() {
        return evaluator;
    }
}
