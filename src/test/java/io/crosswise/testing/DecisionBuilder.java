package io.crosswise.testing;

import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.ApprovalNeed;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.decision.Decision.Conversation;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.decision.Decision.SuppressedContact;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.Exploration;
import io.crosswise.decision.OfferState;
import io.crosswise.decision.OpportunityCost;
import io.crosswise.policy.Sociostyle.Depth;
import io.crosswise.policy.Sociostyle.Tone;
import io.crosswise.scoring.ShadowScore;
import io.crosswise.shared.Build;
import io.crosswise.shared.ChannelCode;
import io.crosswise.scoring.Outlook;
import io.crosswise.scoring.UpliftClass;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Segment;
import io.crosswise.shared.Stage;
import io.crosswise.shared.TriggerId;
import java.time.Instant;
import java.util.List;

/** A decision valid by default: a fibre offer at 40 euros less 5 by e-mail, at most 12 off, that nobody must approve. */
public final class DecisionBuilder {
    public static final Instant DECIDED_AT = Instant.parse("2026-11-21T09:30:00Z");

    private String id = "D-1";
    private DecisionId supersedes;
    private Instant decidedAt = DECIDED_AT;
    private CustomerId customer = new CustomerId("C-000042");
    private Market market = Market.B2C;
    private Segment segment = Segment.B2C_LOYALTY;
    private Outcome outcome = Outcome.OFFER;
    private OfferMade offer = new OfferMade(
            "O-FIBRE", "Fibre", List.of("FIBRE_500"), Money.euros("40"), Money.euros("16"), Money.euros("5"), Money.euros("12"),
            12, 0, "CROSS_SELL");
    private ChannelCode channel = ChannelCode.EMAIL;
    private String trigger = "promotion-end";
    private Outlook outlook = Outlook.UNKNOWN;
    private Boolean referral;
    private Conversation conversation = new Conversation(Tone.PLAIN, Depth.SHORT);
    private OfferState state = OfferState.SCHEDULED;
    private String catalogueVersion = "test";
    private OpportunityCost opportunityCost = OpportunityCost.NONE;
    private Exploration exploration;
    private List<SuppressedContact> suppressed = List.of();
    private List<CandidateResult> candidates = List.of(
            candidate("O-FIBRE", CandidateVerdict.SELECTED, "88.40"),
            candidate("O-MOBILE", CandidateVerdict.OUTRANKED, "12.00"),
            candidate("O-TV", CandidateVerdict.OUTRANKED, "35.10"),
            candidate("O-CLOUD", CandidateVerdict.REJECTED, null));
    private List<ShadowScore> shadowScores = List.of();

    private DecisionBuilder() {}

    public static DecisionBuilder aDecision() {
        return new DecisionBuilder();
    }

    public DecisionBuilder withId(String value) {
        id = value;
        return this;
    }

    public DecisionBuilder about(String customerId) {
        customer = new CustomerId(customerId);
        return this;
    }

    public DecisionBuilder forACompany() {
        market = Market.EBU;
        segment = Segment.EBU_SME;
        trigger = "new-site";
        return this;
    }

    public DecisionBuilder inSegment(Segment value) {
        segment = value;
        return this;
    }

    public DecisionBuilder offering(OfferMade value) {
        offer = value;
        return this;
    }

    public DecisionBuilder on(ChannelCode value) {
        channel = value;
        return this;
    }

    public DecisionBuilder soldFrom(String version) {
        catalogueVersion = version;
        return this;
    }

    public DecisionBuilder in(OfferState value) {
        state = value;
        return this;
    }

    public DecisionBuilder expecting(Outlook value, Boolean refers) {
        outlook = value;
        referral = refers;
        return this;
    }

    public DecisionBuilder speaking(Tone tone, Depth depth) {
        conversation = new Conversation(tone, depth);
        return this;
    }

    public DecisionBuilder givingUp(OpportunityCost value) {
        opportunityCost = value;
        return this;
    }

    public DecisionBuilder exploring(Exploration value) {
        exploration = value;
        return this;
    }

    /** Instead of four offers of which the first is the one. */
    public DecisionBuilder considering(CandidateResult... values) {
        candidates = List.of(values);
        return this;
    }

    public DecisionBuilder suppressing(SuppressedContact... values) {
        suppressed = List.of(values);
        return this;
    }

    public DecisionBuilder watching(ShadowScore... value) {
        shadowScores = List.of(value);
        return this;
    }

    public DecisionBuilder decidedAt(Instant value) {
        decidedAt = value;
        return this;
    }

    public DecisionBuilder superseding(String decision) {
        supersedes = new DecisionId(decision);
        return this;
    }

    public DecisionBuilder heldOut() {
        outcome = Outcome.HELD_OUT;
        state = OfferState.CLOSED;
        return this;
    }

    public DecisionBuilder withoutOffer() {
        outcome = Outcome.NO_OFFER;
        offer = null;
        channel = null;
        state = OfferState.CLOSED;
        return this;
    }

    public Decision build() {
        return new Decision(
                new DecisionId(id),
                new TriggerId("T-" + id),
                supersedes,
                trigger,
                customer,
                market,
                segment,
                "EXPERIENCED_ADULT_LIGHT",
                market == Market.EBU ? null : conversation,
                decidedAt,
                outcome,
                reason("CROSS_SELL", "A loyal customer without broadband"),
                offer,
                channel == null ? null : new ChannelAssignment(channel, reason("PREFERRED", "Reads e-mail"), null),
                null,
                suppressed,
                new ApprovalNeed(state == OfferState.AWAITING_APPROVAL, null, null),
                offer == null ? null : Money.euros("88.40"),
                offer == null ? null : 0.31,
                offer == null ? null : 0.22,
                offer == null ? null : UpliftClass.PERSUADABLE,
                outlook,
                referral,
                List.of(),
                shadowScores,
                candidates,
                List.of(),
                opportunityCost,
                exploration,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                "P-1",
                catalogueVersion,
                Build.UNKNOWN);
    }

    public DecisionWithState withState() {
        Decision decision = build();
        return new DecisionWithState(decision, state, offer == null ? null : offer.discount());
    }

    private static Reason reason(String code, String text) {
        return new Reason(code, Stage.STRATEGY, "row-1", text);
    }

    private static CandidateResult candidate(String offer, CandidateVerdict verdict, String value) {
        return new CandidateResult(
                offer, verdict, null, null, null, null, null, value == null ? null : Money.euros(value), null, null, null, List.of());
    }
}
