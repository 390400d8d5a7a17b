package io.crosswise.experiment.web;

import io.crosswise.experiment.Arm;
import io.crosswise.experiment.Experiment;
import io.crosswise.experiment.ExperimentEvent;
import io.crosswise.experiment.ExperimentResults;
import io.crosswise.experiment.ExperimentResults.ArmResult;
import io.crosswise.experiment.StoredExperiment;
import io.crosswise.experiment.StoredExperiment.Phase;
import io.crosswise.experiment.Treatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the page of an experiment shows, in words.
 *
 * @param results null in the list
 * @param sequence the looks of each day as JSON for the page's script
 */
record ExperimentPage(StoredExperiment stored, Phase phase, ExperimentResults results, List<ExperimentEvent> events, String sequence) {
    private static final Instant FOR_EVER = Instant.parse("9000-01-01T00:00:00Z");

    public String arms() {
        return stored.definition().arms().stream()
                .map(arm -> "%s %s".formatted(arm.name(), percent(arm.share())))
                .collect(Collectors.joining(" · "));
    }

    public String period() {
        Experiment experiment = stored.definition();
        return experiment.until().isAfter(FOR_EVER)
                ? "always"
                : "%s to %s".formatted(day(experiment.from()), day(experiment.until()));
    }

    public String expiry() {
        Instant expiry = stored.definition().expiry();
        return expiry.isAfter(FOR_EVER) ? "never" : day(expiry).toString();
    }

    public String kind() {
        return words(stored.definition().kind());
    }

    public String whom() {
        String market = stored.definition().audience().market() == null ? "all markets" : stored.definition().audience().market().name();
        String segments = all(stored.definition().audience().segments(), "all segments");
        String triggers = all(stored.definition().audience().triggerTypes(), "all triggers");
        String categories = all(stored.definition().audience().categories(), "all categories");
        return String.join(", ", market, segments, triggers, categories);
    }

    /** What an arm does. */
    public String does(Arm arm) {
        Treatment treatment = arm.treatment();
        return switch (treatment.action()) {
            case NONE -> "business as usual";
            case HOLD_OUT -> "decided like everybody, not contacted";
            case PREFER_OFFER -> "offers " + treatment.offer() + " first";
            case EXCLUDE_OFFER -> "never offers " + treatment.offer();
            case CHANGE_DISCOUNT -> "changes the discount of %s by %s a month"
                    .formatted(treatment.offer() == null ? "every offer" : treatment.offer(), treatment.euros());
            case PREFER_CHANNEL -> "speaks on " + words(treatment.channel()) + " where that may be used";
            case MESSAGE -> "words its letters as “" + treatment.variant() + "”";
        };
    }

    public String mean(ArmResult arm) {
        return arm.settled() == 0 ? "–" : results.metric().isRate() ? percent(arm.mean()) : euros(arm.mean());
    }

    /** The difference to the control with its interval. */
    public String difference(ArmResult arm) {
        if (arm.difference() == null) {
            return arm.arm().equals(results.control()) ? "compared with this" : "–";
        }
        String value = signed(arm.difference().value());
        return arm.difference().low() == null
                ? value + ", not bounded yet"
                : "%s (%s to %s)".formatted(value, signed(arm.difference().low()), signed(arm.difference().high()));
    }

    public String pValue(ArmResult arm) {
        if (arm.difference() == null) {
            return "";
        }
        double p = arm.difference().pValue();
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    public String window() {
        long days = stored.definition().window().toDays();
        return days > 0 ? days + " days" : stored.definition().window().toHours() + " hours";
    }

    public static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String all(Collection<?> some, String otherwise) {
        return some.isEmpty() ? otherwise : some.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
    }

    private String signed(double value) {
        return results.metric().isRate()
                ? String.format(Locale.ROOT, "%+.2f points", 100 * value)
                : String.format(Locale.ROOT, "%+.2f €", value);
    }

    /** For the template: a share in percent. */
    public static String percent(double share) {
        return new BigDecimal(100 * share).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " %";
    }

    private static String euros(double amount) {
        return String.format(Locale.ROOT, "%.2f €", amount);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
