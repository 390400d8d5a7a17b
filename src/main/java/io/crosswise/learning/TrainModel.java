package io.crosswise.learning;

import io.crosswise.learning.GradientBoosting.BoostedTrees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains a model on all rows and judges the same recipe on rows it has not seen. */
public class TrainModel {
    /** Setting in a report: the last day learned from, counted from 1970-01-01. */
    static final String LAST_DAY = "lastDay";

    private static final int FEWEST_ANSWERS = 5;

    /** Plain boosting without tuning, for data nobody has met yet. */
    private static final TrainingSettings FROM_TABLES = new TrainingSettings("1", 100, 3, 0.1, 1, 1, 1, 1, 42);

    private final GradientBoosting boosting;
    private final FindLeaks findLeaks;
    private final JudgeModel judgeModel = new JudgeModel();

    /** Leaks are searched with the same trees. */
    public TrainModel(GradientBoosting boosting) {
        this(boosting, boosting);
    }

    /** @param searching plain trees to search leaks with, where the model itself is grown by a recipe of several steps */
    public TrainModel(GradientBoosting boosting, GradientBoosting searching) {
        this.boosting = boosting;
        this.findLeaks = new FindLeaks(searching);
    }

    /** Trains without a champion to beat; see {@link #train(TrainingSet, TrainingSettings, Judging)}. */
    public TrainedModel train(TrainingSet set, TrainingSettings settings) {
        return train(set, settings, Judging.standard());
    }

    /**
     * Makes a training set out of a table and trains on it; the words of the table are looked at for copies of the target.
     *
     * @throws TrainingImpossible when the table does not give what the spec asks for
     * @throws TrainingRefused when columns reveal the target and are not accepted
     */
    public TrainedModel train(TrainingSpec spec, Table table, Judging judging) {
        PreparedTable prepared = new PrepareTable().prepare(spec, table);
        TrainingSettings settings = spec.settings().over(FROM_TABLES, spec.version() == null ? "1" : spec.version());
        return train(prepared.set(), settings, judging.reading(prepared.texts()));
    }

    /**
     * The PMML file and its report; the same set and settings give the same bytes on one machine.
     *
     * @throws TrainingImpossible when there are fewer than five rows of either answer
     * @throws TrainingRefused when columns reveal the target and are not accepted
     */
    public TrainedModel train(TrainingSet set, TrainingSettings settings, Judging judging) {
        check(set);
        Gate leaks = findLeaks.find(set, settings.seed(), judging);
        if (!leaks.passed()) {
            throw new TrainingRefused(set.model(), List.of(leaks));
        }
        Split split = Split.of(set, settings.seed());
        UnseenScores unseen = UnseenScores.of(boosting, set, settings, split, judging.progress());
        judging.progress().at("growing the model on all rows", 1);
        try (BoostedTrees trees = boosting.grow(set, settings)) {
            double[][] verification = VerificationRows.of(set, trees.margins(set.rows()));
            byte[] pmml = trees.toPmml(set, settings, unseen.calibration(), verification);
            ModelReport bare = ModelReport.of(set.model(), settings.version(), method(set), split.words(), set.dataSha256())
                    .withMetrics(counts(set))
                    .withFeatures(FeatureUses.of(set, trees.gains()), null)
                    .withSettings(settings(set, settings, unseen.calibration(), judging));
            ModelReport judged = judgeModel.judge(
                    set.at(unseen.judged()), unseen.scores(), settings.seed(), judging, bare);
            List<Gate> gates = new ArrayList<>(List.of(leaks));
            gates.addAll(judged.gates());
            return new TrainedModel(pmml, judged.withGates(gates));
        }
    }

    private String method(TrainingSet set) {
        return set.objective() == Objective.PROBABILITY
                ? boosting.method() + ", calibrated by Platt's sigmoid"
                : boosting.method();
    }

    private static void check(TrainingSet set) {
        int rows = set.rows().length;
        int positives = set.positives();
        if (set.isYesOrNo() && Math.min(positives, rows - positives) < FEWEST_ANSWERS || rows < 2 * Split.FOLDS) {
            throw new TrainingImpossible("Model " + set.model() + " needs at least " + FEWEST_ANSWERS + " rows of each answer, not "
                    + positives + " positive ones of " + rows);
        }
    }

    private static Map<String, Object> counts(TrainingSet set) {
        Map<String, Object> counts = new TreeMap<>();
        counts.put("rows", set.rows().length);
        if (set.isYesOrNo()) {
            counts.put("positives", set.positives());
        }
        return counts;
    }

    private static Map<String, Object> settings(
            TrainingSet set, TrainingSettings settings, Calibration calibration, Judging judging) {
        Map<String, Object> all = new TreeMap<>(settings.asMap());
        if (set.days() != null) {
            all.put(LAST_DAY, Arrays.stream(set.days()).max().orElseThrow());
        }
        all.put("calibrationCoefficient", calibration.coefficient());
        all.put("calibrationIntercept", calibration.intercept());
        if (!judging.acceptedLeaks().isEmpty()) {
            all.put("acceptedLeaks", new TreeMap<>(judging.acceptedLeaks()));
        }
        return all;
    }
}
