package io.crosswise.scoring.pmml;

import io.crosswise.scoring.UnusableModel;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.ResultFeature;
import org.jpmml.evaluator.Classification;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.TargetField;
import org.jpmml.evaluator.Value;

/**
 * Which of a model's answers is the score.
 *
 * @param field of the result
 * @param category whose probability it is, for a field that holds a whole distribution; null for a number
 */
record Answer(String field, String category) {
    private static final List<String> YES = List.of("1", "1.0", "true", "True", "TRUE", "yes", "Yes", "YES", "Y");

    /**
     * The field asked for; else the probability of "1", "true", "yes" or the last category of a classification, what any other
     * model predicts, or its first output when it has no target or several.
     *
     * @throws UnusableModel when there is no such answer
     */
    static Answer of(String model, ModelEvaluator<?> evaluator, String asked) {
        List<String> outputs = evaluator.getOutputFields().stream()
                .filter(OutputField::isFinalResult)
                .map(OutputField::getName)
                .toList();
        List<String> targets = evaluator.getTargetFields().stream()
                .filter(target -> !target.isSynthetic())
                .map(TargetField::getName)
                .toList();
        if (asked != null) {
            if (!outputs.contains(asked) && !targets.contains(asked)) {
                throw UnusableModel.of(model, "it has no output " + asked + "; it has " + outputs + " and " + targets);
            }
            return new Answer(asked, null);
        }
        if (evaluator.getMiningFunction() == MiningFunction.CLASSIFICATION) {
            return probability(model, evaluator);
        }
        boolean byTarget = targets.size() == 1 || outputs.isEmpty();
        return new Answer(byTarget ? evaluator.getTargetName() : outputs.get(0), null);
    }

    private static Answer probability(String model, ModelEvaluator<?> evaluator) {
        TargetField target = evaluator.getTargetFields().isEmpty() ? null : evaluator.getTargetFields().get(0);
        List<?> declared = target == null ? null : target.getCategories();
        List<String> categories =
                declared == null ? List.of() : declared.stream().map(String::valueOf).toList();
        List<OutputField> probabilities = evaluator.getOutputFields().stream()
                .filter(field -> field.getField().getResultFeature() == ResultFeature.PROBABILITY
                        && field.getField().getValue() != null)
                .toList();
        if (categories.isEmpty()) {
            categories = probabilities.stream().map(Answer::category).toList();
        }
        if (categories.isEmpty()) {
            throw UnusableModel.of(model, "it names no categories, so there is no probability to take as its score");
        }
        String last = categories.get(categories.size() - 1);
        String yes = YES.stream().filter(categories::contains).findFirst().orElse(last);
        return probabilities.stream()
                .filter(field -> category(field).equals(yes))
                .map(field -> new Answer(field.getName(), null))
                .findFirst()
                .orElseGet(() -> new Answer(evaluator.getTargetName(), yes));
    }

    private static String category(OutputField field) {
        return String.valueOf(field.getField().getValue());
    }

    /** The score, which can be NaN or infinite; null when there is none. */
    Double score(Map<String, ?> results) {
        Object result = results.get(field);
        if (category == null) {
            return number(EvaluatorUtil.decode(result));
        }
        if (result instanceof HasProbability distribution) {
            return distribution.getCategories().stream()
                    .filter(known -> String.valueOf(known).equals(category))
                    .map(distribution::getProbability)
                    .findFirst()
                    .orElse(0.0);
        }
        return result instanceof Classification<?, ?> votes ? share(votes) : null;
    }

    /** Models that need not name probabilities hold them as votes; those that are counts are no score. */
    private Double share(Classification<?, ?> votes) {
        double all = 0;
        double own = 0;
        for (Map.Entry<?, ? extends Value<?>> vote : votes.getValues().entrySet()) {
            all += vote.getValue().doubleValue();
            own += String.valueOf(vote.getKey()).equals(category) ? vote.getValue().doubleValue() : 0;
        }
        return Math.abs(all - 1) < 1e-5 ? own : null;
    }

    /** A number as it is, a text that is one, such as the number of a cluster; else null. */
    static Double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")) {
            return Double.valueOf(text);
        }
        return null;
    }

    /** The formula of this answer; null when it is not compiled. */
    Formula formula(ModelCompiler.Compiled compiled) {
        return category == null
                ? compiled.answers().get(field)
                : compiled.prediction().probabilities().get(category);
    }
}
