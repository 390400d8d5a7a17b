package io.crosswise.demo.year;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Money;
import io.crosswise.shared.TriggerId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One policy's year: the product decides and presents, the world answers. */
final class LivePolicy {
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final ZoneId CUSTOMERS = ZoneId.of("Europe/Paris");

    private final ProductUnderTest product;
    private final World world;
    private final MeetCustomers meeting;
    private final Map<CustomerId, CustomerRecord> records;
    private final Map<ChannelCode, Money> contactCost;
    private final Map<TriggerId, Occasion> occasions = new HashMap<>();
    private final Map<CustomerId, Occasion> latest = new HashMap<>();
    private final Set<DecisionId> seen = new HashSet<>();
    private final Map<DecisionId, Decision> waiting = new LinkedHashMap<>();
    private final Map<Outcome, Integer> outcomes = new HashMap<>();
    private Instant morning;

    LivePolicy(
            ProductUnderTest product,
            World world,
            MeetCustomers meeting,
            Map<CustomerId, CustomerRecord> records,
            Map<ChannelCode, Money> contactCost) {
        this.product = product;
        this.world = world;
        this.meeting = meeting;
        this.records = records;
        this.contactCost = contactCost;
    }

    /** How many decisions came out how. */
    Map<Outcome, Integer> outcomes() {
        return outcomes;
    }

    void live(int days) {
        for (int day = 0; day < days; day++) {
            morning = at(day, MORNING);
            product.moveTo(morning);
            world.begin(day);
            product.tell(world.takeChanged().stream().map(this::record).toList());
            for (Occasion occasion : world.occasionsOf(day)) {
                if (product.hears(occasion.type())) {
                    workUntil(at(day, occasion.time()));
                    hear(occasion);
                }
            }
            workUntil(at(day, EVENING));
        }
    }

    private void hear(Occasion occasion) {
        latest.put(occasion.customer(), occasion);
        TriggerId trigger = product.trigger(occasion);
        occasions.put(trigger, occasion);
        product.decided(trigger).ifPresent(this::notice);
        if (!waiting.isEmpty()) {
            product.settle();
            lookAround();
        }
    }

    /** Lets every timer ring at its own time; what waited for one may have been decided again. */
    private void workUntil(Instant until) {
        for (Optional<Instant> due = product.nextDue();
                due.isPresent() && !due.get().isAfter(until);
                due = product.nextDue()) {
            if (due.get().isAfter(product.now())) {
                product.moveTo(due.get());
            }
            product.settle();
            product.decidedSince(morning).forEach(this::notice);
            lookAround();
        }
        if (until.isAfter(product.now())) {
            product.moveTo(until);
        }
    }

    private void notice(DecisionWithState found) {
        Decision decision = found.decision();
        if (seen.add(decision.decisionId())) {
            outcomes.merge(decision.outcome(), 1, Integer::sum);
            if (decision.outcome() == Outcome.OFFER) {
                waiting.put(decision.decisionId(), decision);
            }
        }
    }

    /** Meets the customers who have been told since the last look. */
    private void lookAround() {
        for (Decision decision : List.copyOf(waiting.values())) {
            DecisionWithState found = product.find(decision.decisionId());
            if (found.state() == OfferState.PRESENTED) {
                waiting.remove(decision.decisionId());
                meeting.meet(presented(found), new Answer(decision.decisionId()));
            } else if (!found.state().isOpen()) {
                waiting.remove(decision.decisionId());
            }
        }
    }

    private Presented presented(DecisionWithState found) {
        Decision decision = found.decision();
        ChannelCode channel = decision.channel().code();
        Occasion occasion = occasions.getOrDefault(decision.triggerId(), latest.get(decision.customerId()));
        List<Offer> parts = decision.offer().services().stream()
                .map(service -> world.shelf.selling(service, decision.market()))
                .toList();
        return new Presented(
                occasion,
                parts,
                found.discount(),
                channel,
                channel == ChannelCode.SELF_CARE
                        ? null
                        : HourBand.of(product.now().atZone(CUSTOMERS).toLocalTime()).orElse(null),
                contactCost.getOrDefault(channel, Money.ZERO).doubleValue(),
                decision.propensity() == null ? Double.NaN : decision.propensity());
    }

    private CustomerRecord record(Life life) {
        CustomerRecord known = records.get(life.id());
        return new CustomerRecord(life.profile(), known.personal(), known.usage());
    }

    private Instant at(int day, LocalTime time) {
        return world.anchor.plusDays(day).atTime(time).toInstant(ZoneOffset.UTC);
    }

    /** An answer to one offer, on the way back to the product. */
    private final class Answer implements MeetCustomers.Reply {
        private final DecisionId decision;

        Answer(DecisionId decision) {
            this.decision = decision;
        }

        @Override
        public boolean accept() {
            return product.answer(decision, true);
        }

        @Override
        public void decline() {
            product.answer(decision, false);
        }
    }
}
