package io.crosswise.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * How far the values of one feature, or the scores, have moved from their spread in training.
 *
 * @param of name of the feature, or {@code score}
 * @param psi population stability index Σ (now − then) · ln(now / then) over the bins (Siddiqi 2006); 0 is no movement
 * @param expected index that chance alone gives: (bins − 1) · (1/n + 1/m) for n rows now and m in training (Yurdakul and
 *     Naranjo 2020, who show that without movement the index over (1/n + 1/m) follows χ² with bins − 1 degrees of freedom)
 * @param excess what of the index chance does not explain, 0 or more; this is what the levels go by
 * @param rows that were compared
 * @param bins where the values were and are; only of what has moved
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PopulationStability(
        String of, double psi, double expected, double excess, long rows, DriftLevel level, List<Move> bins) {
    public static final String SCORE = "score";

    /** Added to each bin's count, so that an empty bin gives no infinite index (Jeffreys' prior). */
    private static final double SMOOTHING = 0.5;

    /** Chance that any of the compared features is called moved though none is (Bonferroni). */
    private static final double FALSE_ALARM = 0.01;

    /** @param then share of the training's rows @param now share of the rows compared */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Move(Double from, Double to, String category, double then, double now) {}

    /**
     * A bin that is empty on both sides does not count.
     *
     * @param trainingRows behind the reference; NaN when unknown, which counts as many as now
     * @param compared features that are judged together
     */
    static PopulationStability of(String of, BinCounts values, double trainingRows, int compared, DriftSettings settings) {
        List<Bin> bins = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < values.bins().size(); i++) {
            long count = values.counts()[i];
            if (count > 0 || values.bins().get(i).share() > 0) {
                bins.add(values.bins().get(i));
                counts.add(count);
                rows += count;
            }
        }
        if (rows == 0) {
            return new PopulationStability(of, 0, 0, 0, 0, DriftLevel.UNKNOWN, List.of());
        }
        double then = trainingRows > 0 ? trainingRows : rows;
        double noise = 1.0 / rows + 1 / then;
        double psi = index(bins, counts, rows, then);
        double expected = (bins.size() - 1) * noise;
        double excess = Math.max(0, psi - expected);
        double limit = bins.size() < 2
                ? 0
                : new ChiSquaredDistribution(bins.size() - 1).inverseCumulativeProbability(1 - FALSE_ALARM / compared) * noise;
        DriftLevel level = level(excess, psi > limit, limit - expected, settings);
        return new PopulationStability(
                of, psi, expected, excess, rows, level, level.isAbove(DriftLevel.STABLE) ? moves(bins, counts, rows) : List.of());
    }

    private static double index(List<Bin> bins, List<Long> counts, long rows, double then) {
        double added = SMOOTHING * bins.size();
        double index = 0;
        for (int i = 0; i < bins.size(); i++) {
            double before = (bins.get(i).share() * then + SMOOTHING) / (then + added);
            double now = (counts.get(i) + SMOOTHING) / (rows + added);
            index += (now - before) * Math.log(now / before);
        }
        return index;
    }

    /** @param smallestSeen the smallest excess that could be told from chance with so many rows */
    private static DriftLevel level(double excess, boolean beyondChance, double smallestSeen, DriftSettings settings) {
        if (excess >= settings.watchIndex()) {
            return !beyondChance ? DriftLevel.UNKNOWN : excess >= settings.alarmIndex() ? DriftLevel.ALARM : DriftLevel.WATCH;
        }
        return smallestSeen >= settings.alarmIndex() ? DriftLevel.UNKNOWN : DriftLevel.STABLE;
    }

    private static List<Move> moves(List<Bin> bins, List<Long> counts, long rows) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            moves.add(new Move(bin.from(), bin.to(), bin.category(), bin.share(), (double) counts.get(i) / rows));
        }
        return moves;
    }
}
