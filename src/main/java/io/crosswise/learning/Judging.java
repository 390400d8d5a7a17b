package io.crosswise.learning;

import java.util.Map;

/**
 * What a trained model has to stand before it may be promoted.
 *
 * @param fairnessLimits smallest allowed ratio of selection rates by slice name, for example {@code gender: 0.8} (the
 *     four-fifths rule); a slice without a limit is shown only
 * @param acceptedLeaks features that reveal the target and are wanted all the same, with the reason
 * @param texts columns as they came, one value per row and null where missing, looked at for copies of the target
 * @param champion model in use now, judged on the same rows; null when there is none
 * @param progress is told how far the training is
 */
public record Judging(
        Map<String, Double> fairnessLimits,
        Map<String, String> acceptedLeaks,
        Map<String, String[]> texts,
        Champion champion,
        Progress progress) {

    public Judging {
        fairnessLimits = Map.copyOf(fairnessLimits);
        acceptedLeaks = Map.copyOf(acceptedLeaks);
        texts = Map.copyOf(texts);
    }

    /** No champion to beat, no leak accepted, selection rates only shown. */
    public static Judging standard() {
        return new Judging(Map.of(), Map.of(), Map.of(), null, (step, done) -> {});
    }

    public Judging withFairnessLimits(Map<String, Double> limits) {
        return new Judging(limits, acceptedLeaks, texts, champion, progress);
    }

    public Judging withChampion(Champion other) {
        return new Judging(fairnessLimits, acceptedLeaks, texts, other, progress);
    }

    public Judging accepting(Map<String, String> leaks) {
        return new Judging(fairnessLimits, leaks, texts, champion, progress);
    }

    public Judging reading(Map<String, String[]> columns) {
        return new Judging(fairnessLimits, acceptedLeaks, columns, champion, progress);
    }

    public Judging reportingTo(Progress listener) {
        return new Judging(fairnessLimits, acceptedLeaks, texts, champion, listener);
    }

    /** The model in use now. */
    @FunctionalInterface
    public interface Champion {
        /** Its score of every row of the set; null when it cannot score them, for example for want of a feature. */
        double[] scores(TrainingSet set);

        /** Last day it has learned from, counted from 1970-01-01; null when it may have learned from every row. */
        default Integer knowsUntil() {
            return null;
        }

        /** What its report says of rows it had not seen, for example {@code auc}, {@code aucLow} and {@code aucHigh}. */
        default Map<String, Object> metrics() {
            return Map.of();
        }
    }

    /** Is told how far a training is. */
    @FunctionalInterface
    public interface Progress {
        /** @param done share of the step that is behind us, [0,1] */
        void at(String step, double done);
    }
}
