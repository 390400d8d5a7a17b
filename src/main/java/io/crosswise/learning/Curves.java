package io.crosswise.learning;

import java.util.List;

/**
 * What the plots of a model card are drawn from; a list is empty where it does not apply.
 *
 * @param calibration ten groups of equal size by score
 * @param gains share of the customers taken from the top (x) and share of all positives among them (y)
 * @param lift share of the customers taken from the top (x) and their rate of positives over the rate of all (y)
 * @param qini share of the customers taken from the top (x) and incremental purchases per customer of the whole (y)
 * @param deciles of a value model, from the lowest score to the highest
 * @param survival predicted against Kaplan–Meier, per quarter and risk group
 */
public record Curves(
        List<Group> calibration,
        List<Point> gains,
        List<Point> lift,
        List<Point> qini,
        List<Group> deciles,
        List<SurvivalStep> survival) {

    public static Curves none() {
        return new Curves(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public record Point(double x, double y) {}

    /** Rows of similar score. @param predicted mean score @param observed mean target */
    public record Group(double predicted, double observed, int rows) {}

    /**
     * A quarter of a risk group: those still there at its start, and the share that is left at its end.
     *
     * @param group {@code all}, {@code low risk}, {@code medium risk} or {@code high risk}
     */
    public record SurvivalStep(
            String group,
            int quarter,
            int atRisk,
            double observedHazard,
            double predictedHazard,
            double observedSurvival,
            double predictedSurvival) {}
}
