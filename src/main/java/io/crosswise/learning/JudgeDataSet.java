package io.crosswise.learning;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Compares rows somebody brings with the training of a champion; nothing of it is kept. */
public class JudgeDataSet {
    private final DriftSettings settings;
    private final Clock clock;

    public JudgeDataSet(DriftSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Rows that are handed over one by one. */
    public interface Rows {
        /** Features it can tell of, by our names. */
        Set<String> columns();

        /** To the consumer: features by name, unknown ones missing, and the answer, null when it is not known. */
        void forEach(BiConsumer<Map<String, Double>, Double> row);
    }

    /**
     * A feature without a column is not compared, and the scores are made without it; what is asked of the model is filled in.
     *
     * @throws DataSetRefused when there is nothing to compare
     */
    public DriftReport judge(WatchedModel model, Rows rows) {
        Set<String> unknown = new TreeSet<>();
        model.report().features().stream()
                .map(use -> model.mapping().feature(use.feature()))
                .filter(feature -> !AskedFeatures.isAsked(feature))
                .forEach(unknown::add);
        int all = unknown.size();
        unknown.removeAll(rows.columns());
        if (unknown.size() == all) {
            throw new DataSetRefused("None of its columns is a feature of " + model.name() + ": " + String.join(", ", unknown));
        }
        DriftTally tally = new DriftTally(model, settings, unknown);
        rows.forEach((features, answer) -> {
            if (answer != null && CalibrationTally.isProbability(model.report()) && answer != 0 && answer != 1) {
                throw new DataSetRefused("The answers of " + model.name() + " are 1 or 0");
            }
            if (answer == null) {
                tally.read(features, (Double) null);
            } else {
                tally.read(features, answer.doubleValue());
            }
        });
        if (tally.rows() == 0) {
            throw new DataSetRefused("There are no rows");
        }
        DriftReport report = tally.report("data set", null, null, clock.instant());
        return unknown.isEmpty()
                ? report
                : report.finding("Not compared, and scored without, since the data set has no such columns: "
                        + String.join(", ", unknown));
    }
}
