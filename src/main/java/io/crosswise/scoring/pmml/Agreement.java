package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import java.util.List;
import java.util.Map;

/**
 * The proof a compiled model has to give before it scores: on every verification row and on 10,000 random rows it answers what JPMML
 * answers, or both refuse.
 */
final class Agreement {
    static final int ROWS = 10_000;
    static final double TOLERANCE = 1e-9;
    private static final long SEED = 10_000;

    private final Reference reference;
    private final CompiledModel compiled;
    private final PmmlHeader header;
    private final List<FeatureRow> known;

    /** @param known the verification rows */
    Agreement(Reference reference, CompiledModel compiled, PmmlHeader header, List<FeatureRow> known) {
        this.reference = reference;
        this.compiled = compiled;
        this.header = header;
        this.known = known;
    }

    /**
     * The largest difference found; infinite at the first row where it is more than 1e-9 or only one of both refuses.
     *
     * @param breath runs after every hundredth row, so that a check in the background can make room
     */
    double check(Runnable breath) {
        double largest = 0;
        for (FeatureRow row : known) {
            largest = Math.max(largest, difference(row));
        }
        RandomRows random = RandomRows.around(compiled.thresholds(), header.inputs(), known, SEED);
        for (int i = 0; i < ROWS && largest <= TOLERANCE; i++) {
            largest = Math.max(largest, difference(random.next()));
            if (i % 100 == 99) {
                breath.run();
            }
        }
        return largest <= TOLERANCE ? largest : Double.POSITIVE_INFINITY;
    }

    private double difference(FeatureRow row) {
        double[] values = compiled.read(row);
        if (values == null) {
            return 0;
        }
        double largest = difference(reference.score(row), compiled.score().value(values));
        if (!compiled.answers().isEmpty()) {
            Map<String, Double> answers = reference.answers(row);
            for (Map.Entry<String, Formula> answer : compiled.answers().entrySet()) {
                double expected = answers.getOrDefault(answer.getKey(), Double.NaN);
                largest = Math.max(largest, difference(expected, answer.getValue().value(values)));
            }
        }
        return largest;
    }

    private static double difference(double expected, double actual) {
        if (!Double.isFinite(expected) && !Double.isFinite(actual)) {
            return 0;
        }
        double difference = Math.abs(expected - actual);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
