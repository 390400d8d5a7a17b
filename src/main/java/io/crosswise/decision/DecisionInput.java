package io.crosswise.decision;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.experiment.ArmInForce;
import io.crosswise.experiment.AssignArms;
import io.crosswise.policy.ContactHistory;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.shared.Build;
import io.crosswise.policy.ContactTimes;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.TriggerFacts;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * All that the first step of {@code decide-offer} read; stored with the record, so that the same process on it answers the same.
 *
 * @param supersedes the decision whose place this one takes, because its offer waited; null for the first of a trigger
 * @param decidedAt the decision's clock
 * @param seed of everything that looks like chance
 * @param features by name, unknown ones missing
 * @param contactTimes when the customer may be spoken to, and on what
 * @param openOffers decisions whose offer the customer can still answer
 * @param postponed offers the customer said "maybe later" to
 * @param capacityLeft contacts each limited channel can still take today; a channel that is missing is unlimited
 * @param newOffers what is known of offers that may be explored, by code; empty where the decision does not explore
 * @param catalogueVersion version on sale at the time
 * @param substitutionVersion version of what was learned of substitution; null in records from before anything could be learned
 * @param settings levers and limits that judged it
 * @param lifetimeValue how the customer lifetime value was reckoned
 * @param arms of the experiments that ran; inputs from before they were kept know the universal hold-out only
 * @param build of the product that decided
 */
public record DecisionInput(
        DecisionId decisionId,
        TriggerId triggerId,
        DecisionId supersedes,
        TriggerFacts trigger,
        Instant decidedAt,
        String seed,
        CustomerProfile profile,
        Map<String, Double> features,
        ContactHistory contacts,
        ContactTimes contactTimes,
        List<DecisionId> openOffers,
        List<Postponement> postponed,
        Map<ChannelCode, Integer> capacityLeft,
        Map<String, Exposure> newOffers,
        String catalogueVersion,
        String substitutionVersion,
        DecisionSettings settings,
        LifetimeValueSettings lifetimeValue,
        List<ArmInForce> arms,
        Build build)
        implements Serializable {

    /** Inputs stored before offers could be put off or explored know of none. */
    public DecisionInput {
        arms = arms == null ? List.of(AssignArms.universal(profile.id(), settings.holdOutShare())) : List.copyOf(arms);
        postponed = postponed == null ? List.of() : postponed;
        newOffers = newOffers == null ? Map.of() : newOffers;
    }

    /** No offer of this trigger waits for longer. */
    public Instant waitsUntil() {
        return contacts.waitingSince(supersedes, decidedAt).plus(contactTimes.longestWait());
    }

    /** Where the customer's days begin and end. */
    public ZoneId zone() {
        return contactTimes.zone();
    }

    /** The day of the decision in UTC. */
    public LocalDate decidedOn() {
        return LocalDate.ofInstant(decidedAt, ZoneOffset.UTC);
    }
}
