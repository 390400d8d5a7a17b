package io.crosswise.scoring.pmml;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.Contributions.Contribution;
import io.crosswise.scoring.FeatureRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What every feature adds to a score, on its way into an answer. */
final class Parts {
    static final String LOG_ODDS = "log-odds";
    static final String SCORE = "score";

    private final List<String> features;
    private final double[] sums;

    Parts(List<String> features, double[] sums) {
        this.features = features;
        this.sums = sums;
    }

    /** Lays the rounding between the parts' sum and the difference they explain on the parts in proportion to their size. */
    void absorb(double difference) {
        double sum = 0;
        double size = 0;
        for (double part : sums) {
            sum += part;
            size += Math.abs(part);
        }
        if (size > 0) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (difference - sum) * Math.abs(sums[i]) / size;
            }
        }
    }

    /**
     * Features that add nothing are left out. Points share the difference between score and base score in proportion to the
     * contributions, that is along the secant of the logistic curve, so that they keep their signs and add up.
     *
     * @param link what base and contributions add up to
     */
    Contributions contributions(String method, boolean logistic, double link, double score, FeatureRow row) {
        double base = link - Arrays.stream(sums).sum();
        double baseScore = logistic ? 1 / (1 + Math.exp(-base)) : base;
        double slope = link == base ? 1 : (score - baseScore) / (link - base);
        List<Contribution> parts = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] != 0) {
                parts.add(new Contribution(features.get(i), row.get(features.get(i)), sums[i], sums[i] * slope));
            }
        }
        parts.sort(Comparator.comparingDouble((Contribution part) -> -Math.abs(part.contribution())));
        return new Contributions(method, logistic ? LOG_ODDS : SCORE, base, link, score, parts);
    }
}
