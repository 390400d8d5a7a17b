package io.crosswise.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides whether a judged model may be promoted, each time with words that say what to change. */
final class Gates {
    private static final double Z95 = 1.959963984540054;

    private Gates() {}

    static List<Gate> of(
            TrainingSet judged,
            double[] scores,
            int seed,
            Judging judging,
            Map<String, Object> metrics,
            List<Fairness> fairness,
            List<Slice> slices) {
        List<Gate> gates = new ArrayList<>();
        gates.add(chance(judged, metrics));
        if (!fairness.isEmpty()) {
            gates.add(fairness(fairness, slices));
        }
        if (judging.champion() != null) {
            gates.add(ChampionGate.of(judged, scores, seed, judging.champion(), metrics));
        }
        return gates;
    }

    private static Gate chance(TrainingSet judged, Map<String, Object> metrics) {
        String metric = metric(judged);
        double chance = metric.equals("auc") ? 0.5 : 0;
        String name = name(metric);
        Object low = metrics.get(metric + "Low");
        if (!(low instanceof Double lower)) {
            return new Gate("CHANCE", false, "There are too few rows of one answer to tell the model from chance; gather more.");
        }
        String interval = text("%s %.3f, 95 %% interval %.3f to %.3f", name, metrics.get(metric), lower, metrics.get(metric + "High"));
        return lower > chance
                ? new Gate("CHANCE", true, "Better than chance on rows it had not seen: " + interval + ".")
                : new Gate(
                        "CHANCE",
                        false,
                        text("No better than chance on rows it had not seen: %s holds %s. Nothing here predicts the target; add columns"
                                + " that could, or more rows, or give the model up.", interval, chance == 0.5 ? "0.5" : "0"));
    }

    /** What tells how good such a model is. */
    static String metric(TrainingSet judged) {
        return judged.isUplift() ? "qini" : judged.objective() == Objective.VALUE ? "r2" : "auc";
    }

    static String name(String metric) {
        return Map.of("qini", "Qini coefficient", "r2", "R²", "auc", "AUC").get(metric);
    }

    /** A ratio below the limit counts only when the two rates differ by more than chance (two-proportion z-test). */
    private static Gate fairness(List<Fairness> fairness, List<Slice> slices) {
        List<String> broken = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Fairness ratio : fairness) {
            Slice least = slice(slices, ratio.by(), ratio.least());
            Slice most = slice(slices, ratio.by(), ratio.most());
            String words = text(
                    "by %s the least selected (%s, %.1f %%) are taken %.2f times as often as the most selected (%s, %.1f %%)",
                    ratio.by(), ratio.least(), 100 * least.selected(), ratio.ratio(), ratio.most(), 100 * most.selected());
            shown.add(words);
            if (ratio.limit() != null && ratio.ratio() < ratio.limit() && differ(least, most)) {
                broken.add(text("%s, below the limit of %.2f", words, ratio.limit()));
            }
        }
        return broken.isEmpty()
                ? new Gate("FAIRNESS", true, "Selection rates are within their limits: " + String.join("; ", shown) + ".")
                : new Gate(
                        "FAIRNESS",
                        false,
                        "Selection is uneven: " + String.join("; ", broken)
                                + ". Exclude columns that stand for it, or let the person responsible raise the limit with a reason.");
    }

    private static boolean differ(Slice a, Slice b) {
        double pooled = (a.selected() * a.rows() + b.selected() * b.rows()) / (a.rows() + b.rows());
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / a.rows() + 1.0 / b.rows()));
        return Math.abs(a.selected() - b.selected()) > Z95 * error;
    }

    private static Slice slice(List<Slice> slices, String by, String value) {
        return slices.stream()
                .filter(slice -> slice.by().equals(by) && slice.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    static String text(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
