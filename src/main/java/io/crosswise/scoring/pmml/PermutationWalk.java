package io.crosswise.scoring.pmml;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.RefusedScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Shapley values of a model that can only be asked: walks from a background row to the customer's, one field after another in a
 * random order, and credits every field with the step it causes (Štrumbelj and Kononenko 2014). Every order is walked backwards too.
 * The steps of a walk telescope, so the parts add up to the score whatever the number of walks; the seed is fixed, so the same
 * question has the same answer.
 */
final class PermutationWalk {
    /** Bounds the time to about 50 ms at 50 µs per evaluation. */
    private static final int EVALUATIONS = 1_000;
    private static final long SEED = 20_140;

    private final Reference reference;
    private final PmmlHeader header;
    private final List<FeatureRow> background;

    PermutationWalk(Reference reference, PmmlHeader header, List<FeatureRow> background) {
        this.reference = reference;
        this.header = header;
        this.background = background;
    }

    /** @throws RefusedScore when the model does not answer on the way */
    Contributions of(FeatureRow row, double score) {
        Map<String, Object> values = reference.values(row);
        List<Map<String, Object>> others = others();
        double[] sums = new double[header.features().size()];
        SplittableRandom random = new SplittableRandom(SEED);
        double base = 0;
        for (Map<String, Object> other : others) {
            int[] order = differing(values, other);
            shuffle(order, random);
            double start = asked(other);
            base += start / others.size();
            walk(order, start, values, other, sums, 0.5 / others.size());
            reverse(order);
            walk(order, start, values, other, sums, 0.5 / others.size());
        }
        Parts parts = new Parts(header.features(), sums);
        parts.absorb(score - base);
        String method = "Shapley values by antithetic permutations against " + header.rows(others.size());
        return parts.contributions(method, false, score, score, row);
    }

    /** As many background rows as there is time for, evenly taken. */
    private List<Map<String, Object>> others() {
        int affordable = Math.max(2, EVALUATIONS / (2 * header.inputs().size() + 1));
        List<Map<String, Object>> others = new ArrayList<>();
        int count = Math.min(affordable, background.size());
        for (int i = 0; i < count; i++) {
            Map<String, Object> values = reference.values(background.get(i * background.size() / count));
            if (Double.isFinite(reference.score(values))) {
                others.add(values);
            }
        }
        if (others.isEmpty()) {
            throw RefusedScore.of(header.name(), "nothing for the rows to compare with");
        }
        return others;
    }

    private void walk(
            int[] order, double start, Map<String, Object> to, Map<String, Object> from, double[] sums, double weight) {
        Map<String, Object> mixed = new HashMap<>(from);
        double before = start;
        for (int place : order) {
            Input input = header.inputs().get(place);
            mixed.put(input.name(), to.get(input.name()));
            double after = asked(mixed);
            sums[header.features().indexOf(input.feature())] += weight * (after - before);
            before = after;
        }
    }

    private double asked(Map<String, Object> values) {
        double score = reference.score(values);
        if (!Double.isFinite(score)) {
            throw RefusedScore.of(header.name(), score);
        }
        return score;
    }

    private int[] differing(Map<String, Object> values, Map<String, Object> other) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < header.inputs().size(); i++) {
            String field = header.inputs().get(i).name();
            if (!Objects.equals(values.get(field), other.get(field))) {
                places.add(i);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            swap(order, i, random.nextInt(i + 1));
        }
    }

    private static void reverse(int[] order) {
        for (int i = 0; i < order.length / 2; i++) {
            swap(order, i, order.length - 1 - i);
        }
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
