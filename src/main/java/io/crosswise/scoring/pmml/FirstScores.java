package io.crosswise.scoring.pmml;

import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.UnusableModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first rows a model is asked about, before anything depends on its answers. */
final class FirstScores {
    private static final int WARM_UP_CALLS = 300;
    private static final long WARM_UP_NANOS = 2_000_000_000L;

    private final String model;
    private final Reference reference;

    FirstScores(String model, Reference reference) {
        this.model = model;
        this.reference = reference;
    }

    /**
     * Scores the verification records, and rows generated within their range, until the compiler has seen the model; the first call
     * of a cold one takes 10 to 50 ms. A generated row may be one it does not answer, but no score may be NaN or infinite.
     */
    void of(List<FeatureRow> verified, List<FeatureRow> generated) {
        for (FeatureRow row : verified) {
            requireScore(reference.score(row), reference.refusal(row), "it cannot score its own verification records");
            requireNumbers(row);
        }
        int answered = 0;
        for (FeatureRow row : generated) {
            requireNumbers(row);
            answered += Double.isNaN(reference.score(row)) ? 0 : 1;
        }
        if (verified.isEmpty() && answered == 0) {
            throw refused("it answers none of " + generated.size() + " generated rows ("
                    + reference.refusal(generated.get(0)) + ")");
        }
        List<FeatureRow> rows = verified.isEmpty() ? generated : verified;
        long until = System.nanoTime() + WARM_UP_NANOS;
        for (int call = 0; call < WARM_UP_CALLS && System.nanoTime() < until; call++) {
            reference.score(FeatureRow.of(rows.get(call % rows.size()).asMap()));
            if (Thread.currentThread().isInterrupted()) {
                throw refused("loading it was interrupted");
            }
        }
    }

    private void requireNumbers(FeatureRow row) {
        double score = reference.score(row);
        Map<String, Double> answers = new HashMap<>(reference.answers(row));
        if (Double.isInfinite(score) || Double.isNaN(score) && reference.answersNaN(row)) {
            answers.put("score", score);
        }
        answers.values().removeIf(Double::isFinite);
        if (!answers.isEmpty()) {
            throw refused("it answers " + answers + " to a row within the range of its inputs, " + row.asMap());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw refused("loading it was interrupted");
        }
    }

    private void requireScore(double score, String refusal, String otherwise) {
        if (!Double.isFinite(score)) {
            throw refused(otherwise + " (" + (refusal == null ? "the answer is " + score : refusal) + ")");
        }
    }

    private UnusableModel refused(String what) {
        return UnusableModel.of(model, what);
    }
}
