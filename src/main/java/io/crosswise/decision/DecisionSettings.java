package io.crosswise.decision;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * Levers and limits of the decision path, prefix {@code crosswise.decision}.
 *
 * @param horizonMonths months of margin an offer is judged by, 1 to 120
 * @param holdOutShare share of customers never contacted, so that the effect can be measured, [0,1]
 * @param contactCost euros one contact costs, per channel
 * @param offerValidity how long a presented offer can be answered
 * @param referralFrom P(brings a new customer within 12 months) from which a customer is asked to, [0,1]
 * @param later how an offer comes back after "maybe later"
 * @param exploration how new offers get their first contacts
 */
public record DecisionSettings(
        int horizonMonths,
        double holdOutShare,
        Map<ChannelCode, Money> contactCost,
        Duration offerValidity,
        double referralFrom,
        LaterSettings later,
        ExplorationSettings exploration)
        implements Serializable {

    /** @throws IllegalArgumentException when a value is outside its range */
    public DecisionSettings {
        if (horizonMonths < 1 || horizonMonths > 120) {
            throw new IllegalArgumentException("crosswise.decision.horizon is 1 to 120, not " + horizonMonths);
        }
        if (!(holdOutShare >= 0 && holdOutShare <= 1)) {
            throw new IllegalArgumentException("crosswise.decision.hold-out-share is in [0,1], not " + holdOutShare);
        }
        // Settings stored before there were any judged without them.
        later = later == null ? LaterSettings.DEFAULTS : later;
        exploration = exploration == null ? ExplorationSettings.OFF : exploration;
    }

    /** Without exploration, and with "maybe later" as it is by default. */
    public DecisionSettings(
            int horizonMonths, double holdOutShare, Map<ChannelCode, Money> contactCost, Duration offerValidity, double referralFrom) {
        this(horizonMonths, holdOutShare, contactCost, offerValidity, referralFrom, LaterSettings.DEFAULTS, ExplorationSettings.OFF);
    }
}
