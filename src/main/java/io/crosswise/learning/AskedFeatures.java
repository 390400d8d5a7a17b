package io.crosswise.learning;

import io.crosswise.scoring.DecisionFeatures;
import io.crosswise.scoring.FeatureRow;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Features that say what is asked of a model and not who the customer is, such as the quarter ahead. They are filled as they
 * were spread in training, so that scores compare like with like.
 */
final class AskedFeatures {
    private static final Set<String> NAMES = Set.of(DecisionFeatures.QUARTER_AHEAD, DecisionFeatures.HOUR_BAND);
    /** Multiples of it, cut to [0,1[, fill that interval evenly from the first few on (Weyl 1916). */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<FeatureUse> uses;
    private long asked;

    AskedFeatures(List<FeatureUse> features) {
        uses = features.stream().filter(use -> isAsked(use.feature())).toList();
    }

    static boolean isAsked(String feature) {
        return NAMES.contains(feature);
    }

    boolean isEmpty() {
        return uses.isEmpty();
    }

    /** The row with what is asked; what it holds already stays. */
    FeatureRow fill(Map<String, Double> features) {
        FeatureRow row = FeatureRow.of(features);
        double place = ++asked * GOLDEN % 1;
        for (FeatureUse use : uses) {
            Double value = features.containsKey(use.feature()) ? null : valueAt(place, use.reference());
            row = value == null ? row : row.with(use.feature(), value);
        }
        return row;
    }

    /** They are whole numbers, so the lower end of a bin is one of its values; null is missing. */
    private static Double valueAt(double place, List<Bin> bins) {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.share();
            if (place < sum) {
                return bin.from() != null ? bin.from() : bin.to() != null ? bin.to() - 1 : null;
            }
        }
        return null;
    }
}
