package io.crosswise.learning.family;

import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.Arrays;

/**
 * What a customer brings in euros per month over the coming year. A company brings a hundred times what a consumer does, so
 * rows weigh by the inverse variance of their market: neither market is learned at the expense of the other.
 */
final class MarginRecipe implements Recipe {
    private static final int OBSERVED_MONTHS = 6;
    /** A company's row weighs a hundredth of a consumer's, so a leaf of a dozen companies must be allowed to. */
    private static final TrainingSettings SETTINGS = new TrainingSettings("1.0", 80, 3, 0.1, 0.05, 0.05, 0.8, 0.6, 42);

    @Override
    public String model() {
        return "margin";
    }

    @Override
    public TrainedModel train(Run run) {
        Rows rows = new Rows();
        Snapshots.forEach(
                run.history(),
                snapshot -> snapshot.monthlyMargin() != null && snapshot.observedMonths() >= OBSERVED_MONTHS,
                snapshot -> rows.add(snapshot.customer(), snapshot.asOf(), snapshot.features(), snapshot.monthlyMargin()));
        TrainingSet set = rows.toSet(model(), Objective.VALUE, run.history().sha256());
        TrainingSet weighted = set.asking(Objective.VALUE, set.target(), weights(set), null);
        return new TrainModel(run.boosting())
                .train(weighted, SETTINGS.withVersion(run.version()), run.judging());
    }

    /** Of mean 1. */
    private static double[] weights(TrainingSet set) {
        int market = set.indexOf("market_ebu");
        double[] weights = new double[set.rows().length];
        if (market < 0) {
            Arrays.fill(weights, 1);
            return weights;
        }
        double[] inverse = {1 / variance(set, market, 0), 1 / variance(set, market, 1)};
        for (int row = 0; row < weights.length; row++) {
            weights[row] = inverse[set.rows()[row][market] == 1 ? 1 : 0];
        }
        double mean = Arrays.stream(weights).average().orElse(1);
        return Arrays.stream(weights).map(weight -> weight / mean).toArray();
    }

    private static double variance(TrainingSet set, int market, double value) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = 0; row < set.target().length; row++) {
            if (set.rows()[row][market] == value) {
                sum += set.target()[row];
                squares += set.target()[row] * set.target()[row];
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        return Math.max(1e-6, squares / Math.max(1, count) - mean * mean);
    }
}
