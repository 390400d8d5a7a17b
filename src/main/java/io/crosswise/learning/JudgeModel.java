package io.crosswise.learning;

import io.crosswise.learning.Curves.Group;
import io.crosswise.learning.Curves.Point;
import io.crosswise.learning.Curves.SurvivalStep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures a model by its scores of rows it had not seen; any model can be judged so, whatever made it. */
public class JudgeModel {
    /** Share of the customers with the highest scores that a campaign would take. */
    static final double TOP = 0.15;

    private static final double UPLIFT_TOP = 0.30;

    /**
     * Metrics, curves, slices, fairness and gates of a report, without what only the training knows.
     *
     * @param judged the rows
     * @param scores one per row: a probability, a value or an uplift
     * @param report to which the findings are added
     */
    public ModelReport judge(TrainingSet judged, double[] scores, int seed, Judging judging, ModelReport report) {
        Map<String, Object> metrics = new TreeMap<>(report.metrics());
        metrics.put("judgedRows", scores.length);
        Curves curves = Curves.none();
        if (judged.objective() == Objective.PROBABILITY) {
            curves = probability(judged, scores, metrics);
        } else if (!judged.isUplift()) {
            curves = value(judged, scores, seed, metrics);
        }
        if (judged.treated() != null) {
            curves = uplift(judged, scores, seed, metrics, curves);
        }
        metrics.values().removeIf(value -> value instanceof Double number && !Double.isFinite(number));
        List<Slice> slices = Slices.of(judged, scores);
        List<Fairness> fairness = Slices.fairness(slices, judging.fairnessLimits());
        return report.withMetrics(metrics)
                .withCurves(curves)
                .withSlices(slices, fairness)
                .withGates(Gates.of(judged, scores, seed, judging, metrics, fairness, slices))
                .withFeatures(report.features(), Bins.of(scores));
    }

    private static Curves probability(TrainingSet judged, double[] scores, Map<String, Object> metrics) {
        boolean[] labels = UnseenScores.labels(judged.target());
        double baseRate = Judgement.baseRate(labels);
        double[] base = new double[scores.length];
        Arrays.fill(base, baseRate);
        AreaUnderCurve area = AreaUnderCurve.of(scores, labels, judged.groups());
        metrics.put("auc", area.auc());
        metrics.put("aucLow", area.low());
        metrics.put("aucHigh", area.high());
        metrics.put("prAuc", Judgement.averagePrecision(scores, labels));
        metrics.put("logLoss", Judgement.logLoss(scores, labels));
        metrics.put("baseLogLoss", Judgement.logLoss(base, labels));
        metrics.put("brier", Judgement.brier(scores, labels));
        metrics.put("baseBrier", Judgement.brier(base, labels));
        metrics.put("baseRate", baseRate);
        double precision = Judgement.precisionAtTop(TOP, scores, labels);
        metrics.put("precisionTop15", precision);
        metrics.put("liftTop15", precision / baseRate);
        Calibration line = LogisticFit.recalibration(scores, labels);
        metrics.put("calibrationSlope", line.coefficient());
        metrics.put("calibrationIntercept", line.intercept());
        List<SurvivalStep> survival =
                judged.indexOf(TrainingSet.PERIOD) < 0 ? List.of() : SurvivalCalibration.of(judged, scores);
        survival.stream()
                .filter(step -> step.group().equals("all"))
                .mapToDouble(step -> Math.abs(step.observedSurvival() - step.predictedSurvival()))
                .max()
                .ifPresent(error -> metrics.put("survivalError", error));
        return new Curves(
                Judgement.groups(scores, judged.target()),
                Judgement.gains(scores, labels),
                Judgement.lift(scores, labels),
                List.of(),
                List.of(),
                survival);
    }

    private static Curves value(TrainingSet judged, double[] scores, int seed, Map<String, Object> metrics) {
        ValueJudgement judgement = new ValueJudgement(scores, judged.target());
        List<Group> deciles = Judgement.groups(scores, judged.target());
        double[] interval = judgement.interval(judged.groups(), seed);
        metrics.put("r2", judgement.r2());
        metrics.put("r2Low", interval[0]);
        metrics.put("r2High", interval[1]);
        metrics.put("rmse", judgement.rootMeanSquaredError());
        metrics.put("mae", judgement.meanAbsoluteError());
        metrics.put("decileError", ValueJudgement.decileError(deciles));
        metrics.put("meanTarget", Arrays.stream(judged.target()).average().orElse(Double.NaN));
        return new Curves(List.of(), List.of(), List.of(), List.of(), deciles, List.of());
    }

    private static Curves uplift(
            TrainingSet judged, double[] scores, int seed, Map<String, Object> metrics, Curves curves) {
        Qini qini = Qini.of(scores, judged.treated(), judged.target());
        double[] interval = qini.interval(judged.groups(), seed);
        metrics.put("qini", qini.coefficient());
        metrics.put("qiniLow", interval[0]);
        metrics.put("qiniHigh", interval[1]);
        metrics.put("uplift", qini.upliftAtTop(1));
        metrics.put("upliftTop30", qini.upliftAtTop(UPLIFT_TOP));
        List<Point> curve = qini.curve();
        return new Curves(curves.calibration(), curves.gains(), curves.lift(), curve, curves.deciles(), curves.survival());
    }
}
