package io.crosswise.scoring.pmml;

import io.crosswise.scoring.Model;
import io.crosswise.scoring.RefusedScore;
import java.util.Map;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.ModelEvaluator;

/**
 * A loaded model; safe for concurrent use.
 *
 * @param output the field of the answer that is the score
 * @param floats whether every input is a 32-bit float
 */
record PmmlModel(Model model, ModelEvaluator<?> evaluator, String output, boolean floats) {

    /** @throws RefusedScore when the answer is missing, not a number, NaN or infinite */
    double score(PreparedFeatures features) {
        Map<String, ?> results = evaluator.evaluate(floats ? features.asFloats() : features.asDoubles());
        Object value = EvaluatorUtil.decode(results.get(output));
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw RefusedScore.of(model.name(), value);
    }
}
