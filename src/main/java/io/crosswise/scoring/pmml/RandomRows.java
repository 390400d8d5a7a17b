package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Draws rows that a model finds hard: numbers on, just below and just above its thresholds and between them, any declared category,
 * and values missing. Without thresholds, numbers within the range of the rows it was verified with. Seeded, so repeatable.
 */
final class RandomRows {
    private static final double MISSING = 0.15;

    private final List<Input> inputs;
    private final Map<String, double[]> marks = new HashMap<>();
    private final boolean gaps;
    private final SplittableRandom random;

    private RandomRows(List<Input> inputs, boolean gaps, long seed) {
        this.inputs = inputs;
        this.gaps = gaps;
        this.random = new SplittableRandom(seed);
    }

    /** Around the thresholds of a compiled model, with values missing. */
    static RandomRows around(Map<String, Set<Double>> thresholds, List<Input> inputs, List<FeatureRow> known, long seed) {
        RandomRows rows = new RandomRows(inputs, true, seed);
        rows.remember(known);
        thresholds.forEach((feature, values) -> rows.marks.put(
                feature, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return rows;
    }

    /** Within the ranges of known rows, complete ones. */
    static RandomRows within(List<FeatureRow> known, List<Input> inputs, long seed) {
        RandomRows rows = new RandomRows(inputs, false, seed);
        rows.remember(known);
        return rows;
    }

    FeatureRow next() {
        Map<String, Double> row = new HashMap<>();
        for (Input input : inputs) {
            if (gaps && random.nextDouble() < MISSING) {
                continue;
            }
            Category category = input.category();
            if (category == null) {
                row.put(input.feature(), number(marks.get(input.feature())));
            } else if (!category.values().isEmpty()) {
                row.put(category.indicators().get(random.nextInt(category.values().size())), 1.0);
            }
        }
        return FeatureRow.of(row);
    }

    List<FeatureRow> next(int count) {
        List<FeatureRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(next());
        }
        return rows;
    }

    private void remember(List<FeatureRow> rows) {
        for (Input input : inputs) {
            double[] values = rows.stream()
                    .map(row -> row.get(input.feature()))
                    .filter(value -> value != null)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            if (values.length > 0) {
                marks.put(input.feature(), values);
            }
        }
    }

    private double number(double[] known) {
        if (known == null) {
            return gaps && random.nextBoolean() ? random.nextInt(-1_000, 1_000) / 8.0 : random.nextInt(3);
        }
        double mark = known[random.nextInt(known.length)];
        double low = known[0];
        double high = known[known.length - 1];
        return switch (random.nextInt(5)) {
            case 0 -> Math.nextDown((float) mark);
            case 1 -> Math.nextUp((float) mark);
            case 2 -> low + (high - low) * random.nextDouble();
            case 3 -> gaps ? mark + (1 + high - low) * (random.nextDouble() - 0.5) : mark;
            default -> mark;
        };
    }
}
