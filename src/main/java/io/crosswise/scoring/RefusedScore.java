package io.crosswise.scoring;

/** A model answered something that is no number to act upon. */
public class RefusedScore extends RuntimeException {
    private final boolean notFinite;

    private RefusedScore(String message, boolean notFinite) {
        super(message);
        this.notFinite = notFinite;
    }

    public static RefusedScore of(String model, Object value) {
        boolean notFinite = value instanceof Number number && !Double.isFinite(number.doubleValue());
        return new RefusedScore("Model " + model + " answered " + value + ", which is no score", notFinite);
    }

    /** Whether it answered NaN or infinity, which is never right, rather than nothing. */
    public boolean isNotFinite() {
        return notFinite;
    }
}
