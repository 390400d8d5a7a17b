package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.LinearSum.Term;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Model;
import org.dmg.pmml.Target;
import org.dmg.pmml.True;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.tree.TreeModel;

/** Turns the parsed model of a PMML file into formulas: trees, sums of trees, regressions, and chains of them. */
final class ModelCompiler {
    private final Fields fields;
    private final Map<String, Formula> declared = new LinkedHashMap<>();

    ModelCompiler(Fields fields) {
        this.fields = fields;
    }

    /**
     * What a model answers.
     *
     * @param value of a regression; null for a classification
     * @param probabilities of a classification, by category
     */
    record Prediction(Formula value, Map<String, Formula> probabilities) {
        static Prediction of(Formula value) {
            return new Prediction(value, Map.of());
        }
    }

    /** Every number the model answers, by the name of its output field; the target's as {@code targetName}. */
    record Compiled(Prediction prediction, Map<String, Formula> answers) {}

    /** @throws NotCompilable when the model uses anything else */
    Compiled compile(Model model, String targetName) {
        Prediction prediction = predict(model);
        Map<String, Formula> answers = new HashMap<>(declared);
        answers.putAll(Outputs.of(model, prediction));
        if (prediction.value() != null && targetName != null) {
            answers.put(targetName, prediction.value());
        }
        return new Compiled(prediction, answers);
    }

    private Prediction predict(Model model) {
        NotCompilable.unless(
                model.getLocalTransformations() == null
                        || !model.getLocalTransformations().hasDerivedFields(),
                "it derives fields");
        if (model instanceof TreeModel tree) {
            return scaled(model, TreesCompiler.of(List.of(tree), fields));
        }
        if (model instanceof RegressionModel regression) {
            return scaled(model, new RegressionCompiler(fields, declared).compile(regression));
        }
        if (model instanceof MiningModel mining) {
            return scaled(model, segments(mining));
        }
        throw new NotCompilable("it is a " + model.getClass().getSimpleName());
    }

    private Prediction segments(MiningModel model) {
        Segmentation segmentation = model.requireSegmentation();
        List<Segment> segments = segmentation.requireSegments();
        NotCompilable.unless(
                segments.stream().allMatch(segment -> segment.requirePredicate() instanceof True),
                "its segments have predicates");
        if (segmentation.requireMultipleModelMethod() == Segmentation.MultipleModelMethod.MODEL_CHAIN) {
            return chain(segments);
        }
        return TreesCompiler.of(model, segmentation, fields);
    }

    private Prediction chain(List<Segment> segments) {
        Prediction last = null;
        for (Segment segment : segments) {
            Model model = segment.requireModel();
            last = predict(model);
            declared.putAll(Outputs.of(model, last));
        }
        return last;
    }

    private static Prediction scaled(Model model, Prediction prediction) {
        if (model.getTargets() == null || !model.getTargets().hasTargets()) {
            return prediction;
        }
        Target target = model.getTargets().requireTargets().get(0);
        NotCompilable.unless(
                model.requireMiningFunction() == MiningFunction.REGRESSION
                        && target.getMin() == null
                        && target.getMax() == null
                        && target.getCastInteger() == null
                        && !target.hasTargetValues(),
                "its target is bounded or has defaults");
        Term term = Term.part(prediction.value(), target.getRescaleFactor().doubleValue());
        return Prediction.of(
                new LinearSum(List.of(term), target.getRescaleConstant().doubleValue(), floats(model)));
    }

    static boolean floats(Model model) {
        return model.getMathContext() == MathContext.FLOAT;
    }
}
