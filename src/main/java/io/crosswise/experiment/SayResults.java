package io.crosswise.experiment;

import io.crosswise.experiment.inference.Difference;
import java.time.LocalDate;
import java.util.Locale;

/** Words for people who read results. */
final class SayResults {
    private SayResults() {}

    static String gap(Metric metric, String arm, String control, Difference difference, LocalDate conclusive) {
        String between = "between %s and %s"
                .formatted(amount(metric, difference.interval().low()), amount(metric, difference.interval().high()));
        if (Double.isInfinite(difference.interval().low())) {
            return "No conclusion yet: too few units of %s or %s %s.".formatted(arm, control, metric.did());
        }
        if (conclusive == null) {
            return "No conclusion yet: compared with %s, the effect of %s lies %s a unit.".formatted(control, arm, between);
        }
        String still = difference.isOpen() ? " Since then the difference has shrunk; it may have changed over time." : "";
        return "%s differs from %s since %s: by %s a unit, %s.%s"
                .formatted(arm, control, conclusive, amount(metric, difference.value()), between, still);
    }

    static String ratio(boolean mismatch) {
        return mismatch
                ? "The arms do not have the units their shares say. Believe no figure here before the reason is found."
                : "The arms have about the units their shares say.";
    }

    private static String amount(Metric metric, double value) {
        return metric.isRate()
                ? String.format(Locale.ROOT, "%+.2f points", 100 * value)
                : String.format(Locale.ROOT, "%+.2f EUR", value);
    }
}
