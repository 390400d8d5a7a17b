package io.crosswise.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.candidate.Loss;
import io.crosswise.candidate.NetValue;
import io.crosswise.experiment.ArmTaken;
import io.crosswise.policy.Sociostyle;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.Outlook;
import io.crosswise.scoring.ShadowScore;
import io.crosswise.scoring.UpliftClass;
import io.crosswise.shared.Build;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.TriggerId;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * The record of one decision, immutable once written: the body of {@code GET /api/v1/decisions/{decisionId}} without its state.
 *
 * @param reason why there is no offer, or the strategy's reason when there is one
 * @param conversation null when the sociostyle is not known, and for companies
 * @param supersedes the decision whose place this one takes, null for the first of a trigger
 * @param queued what waits for a contact window to be decided again, null when nothing does
 * @param suppressed channels the contact policy refused, although the customer's market has them
 * @param expectedValue euros over the horizon, null without offer
 * @param upliftClass of the offer named, null without offer
 * @param outlook what the models expect of the customer anyway
 * @param referral true when the customer is likely to bring others and should be asked to, else null
 * @param shadowScores what challengers said that are only watched
 * @param factors what raised or lowered scores, each once; null where nothing was arbitrated
 * @param opportunityCost what was given up because rules and levers spoke; null where nothing was arbitrated
 * @param exploration what was drawn for new offers; null where the decision drew nothing
 * @param unknowns what was not known about the customer and excluded nothing
 * @param experiment the arm that decided the outcome: a hold-out before everything else; null where the decision ended before
 * @param experiments every arm the decision was made in
 * @param rules the diagram, the tables and the rule files that judged
 * @param build of the product that decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        DecisionId decisionId,
        TriggerId triggerId,
        DecisionId supersedes,
        String triggerType,
        CustomerId customerId,
        Market market,
        Segment segment,
        String sociostyle,
        Conversation conversation,
        Instant decidedAt,
        Outcome outcome,
        Reason reason,
        OfferMade offer,
        ChannelAssignment channel,
        Queued queued,
        List<SuppressedContact> suppressed,
        ApprovalNeed approval,
        Money expectedValue,
        Double propensity,
        Double uplift,
        UpliftClass upliftClass,
        Outlook outlook,
        Boolean referral,
        List<Score> scores,
        List<ShadowScore> shadowScores,
        List<CandidateResult> candidates,
        List<Factor> factors,
        OpportunityCost opportunityCost,
        Exploration exploration,
        List<String> unknowns,
        List<Fingerprint> rules,
        List<Fingerprint> models,
        Experiment experiment,
        List<ArmTaken> experiments,
        List<String> path,
        String processInstanceId,
        String catalogueVersion,
        Build build)
        implements Serializable {

    public Decision {
        experiments = experiments == null ? List.of() : List.copyOf(experiments);
    }

    /** How people and letters speak with this customer. */
    public record Conversation(Sociostyle.Tone tone, Sociostyle.Depth depth) implements Serializable {}

    public enum Outcome {
        OFFER,
        NO_OFFER,
        HELD_OUT,
        RETAIN,
        LEAVE_ALONE
    }

    /** @param monthlyPrice euros per month before discount @param discount euros per month @param kind as in the HTTP contract */
    public record OfferMade(
            String code,
            String name,
            List<String> services,
            Money monthlyPrice,
            Money monthlyMargin,
            Money discount,
            Money maxDiscount,
            int contractMonths,
            int trialDays,
            String kind,
            List<ServiceCategory> categories)
            implements Serializable {
        public OfferMade {
            categories = categories == null ? List.of() : categories;
        }

        /** An offer of which no category is known. */
        public OfferMade(
                String code,
                String name,
                List<String> services,
                Money monthlyPrice,
                Money monthlyMargin,
                Money discount,
                Money maxDiscount,
                int contractMonths,
                int trialDays,
                String kind) {
            this(code, name, services, monthlyPrice, monthlyMargin, discount, maxDiscount, contractMonths, trialDays, kind, List.of());
        }
    }

    /**
     * @param notBefore earliest moment to speak, null is at once
     * @param legalBasis what allows the contact by law, null where nobody asked
     * @param opensAt when a cap lets the channel be used again, null when it may be used now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChannelAssignment(ChannelCode code, Reason reason, Instant notBefore, Reason legalBasis, Instant opensAt)
            implements Serializable {
        public ChannelAssignment(ChannelCode code, Reason reason, Instant notBefore) {
            this(code, reason, notBefore, null, null);
        }

        public boolean mustWait() {
            return opensAt != null;
        }
    }

    /**
     * An offer that a contact cap holds back; it is decided again, as a new decision, when the window opens.
     *
     * @param offer what would have been offered, null when only the window is known
     * @param channel it would have been offered on, null likewise
     * @param expectedValue euros over the horizon, null likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Queued(Instant until, String offer, ChannelCode channel, Money expectedValue) implements Serializable {}

    /** @param opensAt when a cap lets the channel be used again; null when no time changes it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SuppressedContact(ChannelCode channel, Reason reason, Instant opensAt) implements Serializable {}

    /** @param role group that must agree, null when nobody must */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ApprovalNeed(boolean required, String role, Reason reason) implements Serializable {}

    /**
     * @param text why, in English; {@code fr} in French where somebody said it
     * @param expectedValue euros over the horizon, null for what was no candidate; {@code value} holds its parts
     * @param score what it was ranked by: its value, or what was drawn for it, times the factors; null for refused ones
     * @param factors rules that raised or lowered it, null when none did
     * @param losses what it takes from each service held, and whether the share was learned or set by hand
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CandidateResult(
            String offer,
            CandidateVerdict verdict,
            String stage,
            String reason,
            String rule,
            String text,
            String fr,
            Money expectedValue,
            NetValue value,
            Money score,
            List<String> factors,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Loss> losses)
            implements Serializable {

        /** Missing losses become none. */
        public CandidateResult {
            losses = losses == null ? List.of() : List.copyOf(losses);
        }
    }

    public enum CandidateVerdict {
        SELECTED,
        OUTRANKED,
        REJECTED
    }

    /** @param version of a table's definition, of a model, or of a rule file */
    public record Fingerprint(String name, String version, String sha256) implements Serializable {}

    public record Experiment(String name, String arm) implements Serializable {}
}
