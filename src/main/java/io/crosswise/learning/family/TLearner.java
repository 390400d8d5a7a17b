package io.crosswise.learning.family;

import io.crosswise.learning.Calibration;
import io.crosswise.learning.GradientBoosting;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.stream.IntStream;

/**
 * The effect of an offer as the plain difference of a model of treated and one of untreated customers: what better ways are
 * measured against.
 */
final class TLearner implements GradientBoosting {
    private final GradientBoosting boosting;

    TLearner(GradientBoosting boosting) {
        this.boosting = boosting;
    }

    @Override
    public String method() {
        return "difference of two models, " + boosting.method();
    }

    @Override
    public BoostedTrees grow(TrainingSet set, TrainingSettings settings) {
        return new Difference(arm(set, true, settings), arm(set, false, settings));
    }

    private BoostedTrees arm(TrainingSet set, boolean treated, TrainingSettings settings) {
        int[] places = IntStream.range(0, set.rows().length).filter(row -> set.treated()[row] == treated).toArray();
        return boosting.grow(Arms.arm(set, places), settings);
    }

    private record Difference(BoostedTrees treated, BoostedTrees untreated) implements BoostedTrees {
        @Override
        public double[] margins(double[][] rows) {
            double[] offered = treated.margins(rows);
            double[] anyway = untreated.margins(rows);
            return IntStream.range(0, rows.length)
                    .mapToDouble(row -> Calibration.NONE.probability(offered[row]) - Calibration.NONE.probability(anyway[row]))
                    .toArray();
        }

        @Override
        public double[] gains() {
            double[] gains = treated.gains();
            double[] more = untreated.gains();
            return IntStream.range(0, gains.length).mapToDouble(i -> gains[i] + more[i]).toArray();
        }

        /** Nothing: the difference is measured, never shipped. */
        @Override
        public byte[] toPmml(TrainingSet set, TrainingSettings settings, Calibration calibration, double[][] verification) {
            return new byte[0];
        }

        @Override
        public void close() {
            treated.close();
            untreated.close();
        }
    }
}
