package io.crosswise.learning.family;

import io.crosswise.learning.Objective;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainingHistory;
import io.crosswise.shared.CustomerId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recipes of the models that learn what became of customers as they were on past days. */
final class Snapshots {
    private Snapshots() {}

    /** P(in arrears within six months). */
    static Recipe paymentRisk() {
        return within("payment-risk", snapshot -> true, SnapshotExample::inArrearsWithin6);
    }

    /** P(refers a new customer within twelve months). */
    static Recipe referral() {
        return within("referral", snapshot -> true, SnapshotExample::referredWithin12);
    }

    /** Mean margin of the coming twelve months in euros per month, while the customer stays. */
    static Recipe margin() {
        return new MarginRecipe();
    }

    static BoostedRecipe within(
            String model, Predicate<SnapshotExample> which, Function<SnapshotExample, Boolean> happened) {
        return new BoostedRecipe(model, Objective.PROBABILITY, history -> {
            Rows rows = new Rows();
            forEach(history, snapshot -> which.test(snapshot) && happened.apply(snapshot) != null, snapshot -> rows.add(
                    snapshot.customer(), snapshot.asOf(), snapshot.features(), happened.apply(snapshot) ? 1 : 0));
            return rows;
        });
    }

    static void forEach(TrainingHistory history, Predicate<SnapshotExample> which, Consumer<SnapshotExample> action) {
        try (Stream<SnapshotExample> snapshots = history.snapshots()) {
            snapshots.filter(which).forEach(action);
        }
    }

    /** The newest of every customer. */
    static Collection<SnapshotExample> newest(TrainingHistory history) {
        Map<CustomerId, SnapshotExample> newest = new LinkedHashMap<>();
        forEach(history, snapshot -> true, snapshot -> newest.put(snapshot.customer(), snapshot));
        return newest.values();
    }
}
