package io.crosswise.learning.family;

import io.crosswise.learning.Objective;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainingSet;
import io.crosswise.shared.ServiceCategory;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Recipes of the survival models (discrete time; Singer and Willett 1993): a row per customer and quarter at risk, with the
 * number of the quarter as a feature. A quarter that was not observed to its end is left out, so customers still there are
 * censored, not counted as staying for ever.
 */
final class Hazards {
    private static final int MONTHS = 3;
    /** Features are asked up to a year ahead. */
    private static final int QUARTERS = 4;

    private Hazards() {}

    /** P(leaves in the quarter | still there at its start). */
    static Recipe churn() {
        return hazard("churn-hazard", snapshot -> true, SnapshotExample::leftAfterMonths, snapshot -> null);
    }

    /** P(drops its services of the category in the quarter | holds it and stays). */
    static Recipe drop(ServiceCategory category) {
        return hazard(
                "service-drop-" + category.slug(),
                snapshot -> snapshot.held().contains(category),
                snapshot -> snapshot.droppedAfterMonths().get(category),
                SnapshotExample::leftAfterMonths);
    }

    /** @param censored months after which other things ended the observation; null when nothing did */
    private static Recipe hazard(
            String model,
            Predicate<SnapshotExample> atRisk,
            Function<SnapshotExample, Integer> event,
            Function<SnapshotExample, Integer> censored) {
        return new BoostedRecipe(model, Objective.PROBABILITY, history -> {
            Rows rows = new Rows(TrainingSet.PERIOD);
            Snapshots.forEach(history, atRisk, snapshot -> {
                Integer months = event.apply(snapshot);
                Integer end = censored.apply(snapshot);
                int observed = end == null ? snapshot.observedMonths() : Math.min(end, snapshot.observedMonths());
                add(rows, snapshot, months, observed);
            });
            return rows;
        }, Map.of());
    }

    /** Months 1 to 3 are the first quarter; an event in month 0 counts to it. */
    private static void add(Rows rows, SnapshotExample snapshot, Integer eventMonths, int observedMonths) {
        int eventQuarter = eventMonths == null ? Integer.MAX_VALUE : Math.max(1, (eventMonths + MONTHS - 1) / MONTHS);
        for (int quarter = 1; quarter <= Math.min(QUARTERS, eventQuarter); quarter++) {
            boolean happened = quarter == eventQuarter;
            if (happened || quarter * MONTHS <= observedMonths) {
                rows.add(snapshot.customer(), snapshot.asOf(), snapshot.features(), happened ? 1 : 0, quarter);
            }
        }
    }
}
