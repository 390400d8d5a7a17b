package io.crosswise.scoring.pmml;

import io.crosswise.scoring.pmml.LinearSum.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Model;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Target;
import org.dmg.pmml.True;
import org.dmg.pmml.clustering.ClusteringModel;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.tree.TreeModel;

/** Turns the parsed model of a PMML file into formulas: trees, sums of trees, regressions, clusters, and chains of them. */
final class ModelCompiler {
    private final Fields fields;
    private final Map<String, Formula> declared = new LinkedHashMap<>();
    private final ExpressionCompiler expressions;
    private final Outputs outputs;

    ModelCompiler(Fields fields) {
        this.fields = fields;
        this.expressions = new ExpressionCompiler(fields, declared);
        this.outputs = new Outputs(expressions, declared);
    }

    /**
     * What a model answers.
     *
     * @param value of a regression, or the number of the nearest cluster; null for a classification
     * @param probabilities of a classification, by category
     * @param distances to the centres of clusters, by cluster
     */
    record Prediction(Formula value, Map<String, Formula> probabilities, Map<String, Formula> distances) {
        static Prediction of(Formula value) {
            return new Prediction(value, Map.of(), Map.of());
        }

        static Prediction of(Map<String, Formula> probabilities) {
            return new Prediction(null, probabilities, Map.of());
        }
    }

    /** Every number the model answers, by the name of its output field; the target's as {@code targetName}. */
    record Compiled(Prediction prediction, Map<String, Formula> answers) {}

    /** @throws NotCompilable when the model uses anything else */
    Compiled compile(PMML pmml, Model model, String targetName) {
        if (pmml.getTransformationDictionary() != null) {
            pmml.getTransformationDictionary().getDerivedFields().forEach(this::derive);
        }
        Prediction prediction = predict(model);
        if (prediction.value() != null && targetName != null) {
            declared.putIfAbsent(targetName, prediction.value());
        }
        return new Compiled(prediction, declared);
    }

    private void derive(DerivedField field) {
        declared.put(field.requireName(), expressions.derived(field));
    }

    private Prediction predict(Model model) {
        if (model.getLocalTransformations() != null) {
            model.getLocalTransformations().getDerivedFields().forEach(this::derive);
        }
        Prediction prediction = scaled(model, kind(model));
        outputs.declare(model, prediction);
        return prediction;
    }

    private Prediction kind(Model model) {
        if (model instanceof TreeModel tree) {
            return TreesCompiler.of(List.of(tree), fields);
        }
        if (model instanceof RegressionModel regression) {
            return new RegressionCompiler(fields, declared).compile(regression);
        }
        if (model instanceof MiningModel mining) {
            return segments(mining);
        }
        if (model instanceof ClusteringModel clustering) {
            return new ClusterCompiler(expressions).compile(clustering);
        }
        throw new NotCompilable("it is a " + model.getClass().getSimpleName());
    }

    private Prediction segments(MiningModel model) {
        Segmentation segmentation = model.requireSegmentation();
        List<Segment> segments = segmentation.requireSegments();
        NotCompilable.unless(
                segments.stream().allMatch(segment -> segment.requirePredicate() instanceof True),
                "its segments have predicates");
        return switch (segmentation.requireMultipleModelMethod()) {
            case MODEL_CHAIN, MULTI_MODEL_CHAIN -> chain(segments);
            default -> TreesCompiler.of(model, segmentation, fields);
        };
    }

    private Prediction chain(List<Segment> segments) {
        Prediction last = null;
        for (Segment segment : segments) {
            last = predict(segment.requireModel());
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
