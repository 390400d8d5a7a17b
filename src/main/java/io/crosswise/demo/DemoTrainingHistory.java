package io.crosswise.demo;

import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.LifeEvent;
import io.crosswise.learning.Aftermath;
import io.crosswise.learning.ContactExample;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainingHistory;
import io.crosswise.outcome.PastContact;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demo market's past to learn from, without a database: the history the product reads back after loading the market. */
public final class DemoTrainingHistory implements TrainingHistory {
    private final DemoMarket market;

    public DemoTrainingHistory(DemoMarket market) {
        this.market = market;
    }

    @Override
    public Stream<ContactExample> contacts() {
        return market.pastContactsByDay().map(DemoTrainingHistory::example);
    }

    @Override
    public Stream<SnapshotExample> snapshots() {
        Map<CustomerId, List<LifeEvent>> events =
                market.lifeEvents().collect(Collectors.groupingBy(LifeEvent::customer));
        Map<CustomerId, Map<LocalDate, Double>> margins = new HashMap<>();
        List<FeatureSnapshot> snapshots = market.snapshots().toList();
        for (FeatureSnapshot snapshot : snapshots) {
            margins.computeIfAbsent(snapshot.customer(), customer -> new HashMap<>())
                    .put(snapshot.asOf(), snapshot.margin());
        }
        return snapshots.stream()
                .filter(snapshot -> snapshot.asOf().isBefore(market.anchor()))
                .map(snapshot -> Aftermath.of(
                        snapshot,
                        events.getOrDefault(snapshot.customer(), List.of()),
                        margins.get(snapshot.customer()),
                        market.anchor()));
    }

    @Override
    public String sha256() {
        return market.sha256();
    }

    private static ContactExample example(PastContact contact) {
        return new ContactExample(
                contact.customer(),
                contact.contactedOn(),
                contact.features().get("market_ebu") == 1 ? Market.EBU : Market.B2C,
                contact.category(),
                contact.offer(),
                contact.upgrade(),
                contact.channel(),
                contact.hour() == null ? null : contact.hour().number(),
                contact.treated(),
                contact.bought(),
                contact.features());
    }
}
