package io.crosswise.learning;

import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.LifeEvent;
import io.crosswise.customer.LifeEvent.What;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Tells what became of a customer after a snapshot, from the events that followed. */
public final class Aftermath {
    private static final int HALF_YEAR = 6;
    private static final int YEAR = 12;

    private final FeatureSnapshot snapshot;
    private final List<LifeEvent> events;
    private final int observed;
    private final int gone;

    private Aftermath(FeatureSnapshot snapshot, List<LifeEvent> events, LocalDate observedUntil) {
        this.snapshot = snapshot;
        this.events = events;
        this.observed = (int) ChronoUnit.MONTHS.between(snapshot.asOf(), observedUntil);
        this.gone = first(event -> event.what() == What.LEFT).orElse(Integer.MAX_VALUE);
    }

    /**
     * A month counts from the day of the snapshot, the first is 1. An answer about so many months is given only where all of them
     * have passed, also for who left before: otherwise only leavers would answer.
     *
     * @param events of the customer, of any time
     * @param margins of the customer's later snapshots by their day; those within a year count
     */
    public static SnapshotExample of(
            FeatureSnapshot snapshot, List<LifeEvent> events, Map<LocalDate, Double> margins, LocalDate observedUntil) {
        Aftermath after = new Aftermath(snapshot, events, observedUntil);
        boolean behind = snapshot.features().getOrDefault("days_in_arrears", 0.0) > 0
                || snapshot.features().getOrDefault("arrears", 0.0) > 0;
        return new SnapshotExample(
                snapshot.customer(),
                snapshot.asOf(),
                snapshot.market(),
                snapshot.held(),
                snapshot.services(),
                after.observed,
                after.gone == Integer.MAX_VALUE ? null : after.gone,
                after.dropped(),
                after.meanOf(margins),
                behind ? null : after.happened(What.IN_ARREARS, HALF_YEAR),
                after.happened(What.REFERRED, YEAR),
                after.happened(What.BOUGHT, YEAR),
                snapshot.features());
    }

    private Map<ServiceCategory, Integer> dropped() {
        Map<ServiceCategory, Integer> dropped = new EnumMap<>(ServiceCategory.class);
        for (ServiceCategory category : snapshot.held()) {
            first(event -> event.what() == What.DROPPED && event.category() == category)
                    .ifPresent(month -> dropped.put(category, month));
        }
        return dropped;
    }

    private Double meanOf(Map<LocalDate, Double> margins) {
        double[] known = margins.entrySet().stream()
                .filter(margin -> margin.getKey().isAfter(snapshot.asOf())
                        && !margin.getKey().isAfter(snapshot.asOf().plusMonths(YEAR))
                        && margin.getValue() != null)
                .mapToDouble(Map.Entry::getValue)
                .toArray();
        double sum = 0;
        for (double margin : known) {
            sum += margin;
        }
        return known.length == 0 ? null : (Double) (sum / known.length);
    }

    /** Null when the months are not known to the end. */
    private Boolean happened(What what, int months) {
        return observed < months
                ? null
                : (Boolean) (first(event -> event.what() == what).orElse(Integer.MAX_VALUE) <= months);
    }

    private OptionalInt first(Predicate<LifeEvent> which) {
        return events.stream()
                .filter(which)
                .filter(event -> event.on().isAfter(snapshot.asOf()))
                .mapToInt(event -> 1 + (int) ChronoUnit.MONTHS.between(snapshot.asOf(), event.on()))
                .min();
    }
}
