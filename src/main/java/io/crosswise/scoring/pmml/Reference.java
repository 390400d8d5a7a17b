package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.TargetField;
import org.jpmml.model.PMMLException;

/** A model as JPMML evaluates it: the reference for everything compiled, and what scores where nothing is. */
final class Reference {
    private final ModelEvaluator<?> evaluator;
    private final JpmmlArguments arguments;
    private final Answer answer;
    private final List<String> names;

    Reference(ModelEvaluator<?> evaluator, List<Input> inputs, Answer answer) {
        this.evaluator = evaluator;
        this.arguments = new JpmmlArguments(inputs);
        this.answer = answer;
        this.names = names(evaluator);
    }

    /** NaN when there is no answer or JPMML refuses a value. */
    double score(FeatureRow row) {
        return score(arguments.of(row));
    }

    /** @param values by field, as {@link #values} gives them */
    double score(Map<String, ?> values) {
        try {
            Double score = answer.score(evaluator.evaluate(values));
            return score == null ? Double.NaN : score;
        } catch (PMMLException e) {
            return Double.NaN;
        }
    }

    /** Why JPMML does not answer; null when it does. */
    String refusal(FeatureRow row) {
        try {
            evaluator.evaluate(arguments.of(row));
            return null;
        } catch (PMMLException e) {
            return e.getMessage();
        }
    }

    /** Whether the answer is a number that is none, and not just missing or refused. */
    boolean answersNaN(FeatureRow row) {
        try {
            Double score = answer.score(evaluator.evaluate(arguments.of(row)));
            return score != null && score.isNaN();
        } catch (PMMLException e) {
            return false;
        }
    }

    Map<String, Object> values(FeatureRow row) {
        return arguments.ownForm(row);
    }

    /**
     * Every number by the name of its output field; those of its targets when it has no outputs. Empty when JPMML refuses a value.
     */
    Map<String, Double> answers(FeatureRow row) {
        Map<String, Double> numbers = new TreeMap<>();
        try {
            Map<String, ?> results = evaluator.evaluate(arguments.of(row));
            for (String name : names) {
                Double number = Answer.number(EvaluatorUtil.decode(results.get(name)));
                if (number != null) {
                    numbers.put(name, number);
                }
            }
        } catch (PMMLException e) {
            return Map.of();
        }
        return numbers;
    }

    private static List<String> names(ModelEvaluator<?> evaluator) {
        List<String> outputs = evaluator.getOutputFields().stream()
                .filter(OutputField::isFinalResult)
                .map(OutputField::getName)
                .toList();
        return outputs.isEmpty()
                ? evaluator.getTargetFields().stream().map(TargetField::getName).toList()
                : outputs;
    }
}
