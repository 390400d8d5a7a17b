package io.crosswise.learning.family;

import io.crosswise.learning.ContactExample;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainingHistory;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.StableHash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A past made by formulas, so that a test knows what a model has to find. */
final class SyntheticHistory implements TrainingHistory {
    static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private final List<ContactExample> contacts = new ArrayList<>();
    private final List<SnapshotExample> snapshots = new ArrayList<>();

    /** In [0,1), always the same for name and number. */
    static double draw(String name, int number) {
        return StableHash.uniform("synthetic-" + name, Integer.toString(number));
    }

    static CustomerId customer(int number) {
        return new CustomerId("C-%06d".formatted(number));
    }

    SyntheticHistory contact(int number, ServiceCategory category, boolean treated, boolean bought, Map<String, Double> features) {
        contacts.add(new ContactExample(
                customer(number), DAY, Market.B2C, category, "O-1", false, null, null, treated, bought, features));
        return this;
    }

    /** @param leftAfter months; null while still there after the observed ones */
    SyntheticHistory customer(int number, int observedMonths, Integer leftAfter, Map<String, Double> features) {
        return customer(number, Set.of(), observedMonths, leftAfter, Map.of(), features);
    }

    SyntheticHistory customer(
            int number,
            Set<ServiceCategory> held,
            int observedMonths,
            Integer leftAfter,
            Map<ServiceCategory, Integer> dropped,
            Map<String, Double> features) {
        snapshots.add(new SnapshotExample(
                customer(number), DAY, Market.B2C, held, Set.of(), observedMonths, leftAfter, dropped, null, null, null, null, features));
        return this;
    }

    SyntheticHistory holder(int number, Market market, Set<String> services, Map<String, Double> features) {
        snapshots.add(new SnapshotExample(
                customer(number), DAY, market, Set.of(), services, 0, null, Map.of(), null, null, null, null, features));
        return this;
    }

    @Override
    public Stream<ContactExample> contacts() {
        return contacts.stream();
    }

    @Override
    public Stream<SnapshotExample> snapshots() {
        return snapshots.stream();
    }

    @Override
    public String sha256() {
        return "ab12";
    }
}
