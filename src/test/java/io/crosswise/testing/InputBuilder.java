package io.crosswise.testing;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.DecisionSettings;
import io.crosswise.decision.Exposure;
import io.crosswise.decision.Postponement;
import io.crosswise.policy.ContactHistory;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.shared.Build;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.TriggerFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a decision read, valid by default: nobody spoke to the customer yet, nothing is open or put off, no offer is new; an e-mail costs
 * half a euro, a call 6.
 */
public final class InputBuilder {
    private CustomerProfile profile = CustomerBuilder.aCustomer().build();
    private Instant decidedAt = DecisionBuilder.DECIDED_AT;
    private ContactHistory contacts = ContactHistory.NONE;
    private Map<ChannelCode, Integer> capacityLeft = Map.of();
    private List<DecisionId> openOffers = List.of();

    private String seed = "T-1";
    private final List<Postponement> postponed = new ArrayList<>();
    private final Map<String, Exposure> newOffers = new TreeMap<>();
    private DecisionSettings settings = new DecisionSettings(
            24,
            0.05,
            Map.of(ChannelCode.EMAIL, Money.euros("0.50"), ChannelCode.CALL_CENTRE, Money.euros("6")),
            Duration.ofDays(14),
            0.2);

    private InputBuilder() {}

    public static InputBuilder anInput() {
        return new InputBuilder();
    }

    public InputBuilder about(CustomerProfile value) {
        profile = value;
        return this;
    }

    public InputBuilder at(Instant value) {
        decidedAt = value;
        return this;
    }

    public InputBuilder with(ContactHistory value) {
        contacts = value;
        return this;
    }

    public InputBuilder withRoomFor(Map<ChannelCode, Integer> value) {
        capacityLeft = value;
        return this;
    }

    public InputBuilder with(List<DecisionId> open) {
        openOffers = open;
        return this;
    }

    public InputBuilder seeded(String value) {
        seed = value;
        return this;
    }

    public InputBuilder judgedBy(DecisionSettings value) {
        settings = value;
        return this;
    }

    public InputBuilder puttingOff(String offer, Duration ago) {
        postponed.add(new Postponement(offer, decidedAt.minus(ago)));
        return this;
    }

    /** Everybody it was presented to has answered. */
    public InputBuilder knowing(String newOffer, int presented, int accepted) {
        return knowing(newOffer, presented, presented, accepted);
    }

    public InputBuilder knowing(String newOffer, int presented, int answered, int accepted) {
        newOffers.put(newOffer, new Exposure(presented, answered, accepted, 0, 0));
        return this;
    }

    public DecisionInput build() {
        return new DecisionInput(
                new DecisionId("D-1"),
                new TriggerId("T-1"),
                null,
                TriggerFacts.of("promotion-end"),
                decidedAt,
                seed,
                profile,
                CustomerFeatures.of(profile, LocalDate.ofInstant(decidedAt, ZoneOffset.UTC)),
                contacts,
                ContactBuilder.ANY_TIME,
                openOffers,
                postponed,
                capacityLeft,
                newOffers,
                "catalogue",
                "substitution",
                settings,
                new LifetimeValueSettings(0.08, 60),
                null,
                new Build("1", null, "0123456789ab"));
    }
}
