package io.crosswise.scoring;

/** A model answered something that is no number to act upon. */
public class RefusedScore extends RuntimeException {
    private RefusedScore(String message) {
        super(message);
    }

    public static RefusedScore of(String model, Object value) {
        return new RefusedScore("Model " + model + " answered " + value + ", which is no score");
    }
}
