package io.crosswise.process;

import io.crosswise.decision.Arbitration;
import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.decision.Decision.Experiment;
import io.crosswise.decision.Decision.Queued;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.Approval;
import io.crosswise.policy.ContactFacts;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.Levers;
import io.crosswise.policy.OfferFacts;
import io.crosswise.policy.Sociostyle;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.SubstitutionMatrix;
import io.crosswise.process.decide.Candidates;
import io.crosswise.process.decide.DecisionTrail;
import io.crosswise.process.decide.Judges;
import io.crosswise.process.decide.Rehearsal;
import io.crosswise.process.present.Presentation;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.shared.Segment;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.TriggerFacts;
import java.util.Date;

/** Every variable the processes use; tables read {@code customer}, {@code trigger}, {@code contact} and {@code offer}. */
public final class ProcessVariables {
    public static final ProcessVariable<String> TRIGGER_ID = ProcessVariable.persisted("triggerId", String.class);
    public static final ProcessVariable<String> CUSTOMER_ID = ProcessVariable.persisted("customerId", String.class);
    public static final ProcessVariable<String> DECISION_ID = ProcessVariable.persisted("decisionId", String.class);
    public static final ProcessVariable<String> CHANNEL = ProcessVariable.persisted("channel", String.class);
    public static final ProcessVariable<String> APPROVAL_ROLE = ProcessVariable.persisted("approvalRole", String.class);
    /** User id of who asked for a discount beyond the own limit; somebody else must agree. */
    public static final ProcessVariable<String> REQUESTED_BY = ProcessVariable.persisted("requestedBy", String.class);
    /** When the contact window opens an offer waits for. */
    public static final ProcessVariable<Date> QUEUED_UNTIL = ProcessVariable.persisted("queuedUntil", Date.class);
    public static final ProcessVariable<Date> NOT_BEFORE = ProcessVariable.persisted("notBefore", Date.class);

    /** Names of the models a retraining looks at, comma-separated. */
    public static final ProcessVariable<String> MODELS = ProcessVariable.persisted("models", String.class);

    public static final ProcessVariable<String> MODEL = ProcessVariable.persisted("model", String.class);
    public static final ProcessVariable<String> MODEL_VERSION = ProcessVariable.persisted("modelVersion", String.class);

    /** Of a candidate: {@code PASSED}, {@code FAILED} or {@code REFUSED} by the gates, {@code PROMOTED} or {@code DECLINED} by a person. */
    public static final ProcessVariable<String> JUDGED = ProcessVariable.persisted("judged", String.class);

    /** Why it was judged so, in words. */
    public static final ProcessVariable<String> VERDICT = ProcessVariable.persisted("verdict", String.class);

    public static final ProcessVariable<AcceptedTrigger> ACCEPTED_TRIGGER =
            ProcessVariable.transientOnly("acceptedTrigger", AcceptedTrigger.class);
    public static final ProcessVariable<TriggerFacts> TRIGGER = ProcessVariable.transientOnly("trigger", TriggerFacts.class);
    public static final ProcessVariable<DecisionInput> INPUT = ProcessVariable.transientOnly("input", DecisionInput.class);
    public static final ProcessVariable<Judges> JUDGES = ProcessVariable.transientOnly("judges", Judges.class);
    /** There only when the decision is run again and must not be written. */
    public static final ProcessVariable<Rehearsal> REHEARSAL = ProcessVariable.transientOnly("rehearsal", Rehearsal.class);
    public static final ProcessVariable<DecisionTrail> TRAIL = ProcessVariable.transientOnly("trail", DecisionTrail.class);
    public static final ProcessVariable<CustomerFacts> CUSTOMER = ProcessVariable.transientOnly("customer", CustomerFacts.class);
    public static final ProcessVariable<ContactFacts> CONTACT = ProcessVariable.transientOnly("contact", ContactFacts.class);
    public static final ProcessVariable<OfferFacts> OFFER = ProcessVariable.transientOnly("offer", OfferFacts.class);
    public static final ProcessVariable<Segment> SEGMENT = ProcessVariable.transientOnly("segment", Segment.class);
    public static final ProcessVariable<Sociostyle> SOCIOSTYLE =
            ProcessVariable.transientOnly("sociostyle", Sociostyle.class);
    public static final ProcessVariable<CustomerScores> SCORES = ProcessVariable.transientOnly("scores", CustomerScores.class);
    public static final ProcessVariable<Strategy> STRATEGY = ProcessVariable.transientOnly("strategy", Strategy.class);
    public static final ProcessVariable<Boolean> SELL = ProcessVariable.transientOnly("sell", Boolean.class);
    public static final ProcessVariable<Candidates> CANDIDATES = ProcessVariable.transientOnly("candidates", Candidates.class);
    /** Of all policy tables so far. */
    public static final ProcessVariable<Exclusions> EXCLUSIONS = ProcessVariable.transientOnly("exclusions", Exclusions.class);

    public static final ProcessVariable<Levers> LEVERS = ProcessVariable.transientOnly("levers", Levers.class);
    public static final ProcessVariable<Arbitration> ARBITRATION = ProcessVariable.transientOnly("arbitration", Arbitration.class);
    /** Shares set by hand for the customer's market. */
    public static final ProcessVariable<SubstitutionMatrix> SUBSTITUTION =
            ProcessVariable.transientOnly("substitution", SubstitutionMatrix.class);

    public static final ProcessVariable<ContactPermissions> PERMISSIONS =
            ProcessVariable.transientOnly("permissions", ContactPermissions.class);
    public static final ProcessVariable<Boolean> WORTH_OFFERING = ProcessVariable.transientOnly("worthOffering", Boolean.class);
    public static final ProcessVariable<Experiment> EXPERIMENT = ProcessVariable.transientOnly("experiment", Experiment.class);
    public static final ProcessVariable<ChannelAssignment> CHANNEL_ASSIGNMENT =
            ProcessVariable.transientOnly("channelAssignment", ChannelAssignment.class);
    public static final ProcessVariable<Approval> APPROVAL = ProcessVariable.transientOnly("approval", Approval.class);
    public static final ProcessVariable<Presentation> PRESENTATION =
            ProcessVariable.transientOnly("presentation", Presentation.class);

    /** When an offer that waits for a contact window is decided again; null when there is none. */
    public static final ProcessVariable<Queued> QUEUED = ProcessVariable.transientOnly("queued", Queued.class);

    /** What the approver decided: {@code APPROVED}, {@code NEEDS_APPROVER} or {@code DECLINED}. */
    public static final ProcessVariable<String> REVIEW = ProcessVariable.transientOnly("review", String.class);
    /** What became of the message: {@code SENT}, {@code SUPPRESSED} or {@code UNCONFIRMED}. */
    public static final ProcessVariable<String> DISPATCH = ProcessVariable.transientOnly("dispatch", String.class);
    /** What the customer said: {@code ACCEPTED}, {@code DECLINED}, {@code LATER} or {@code OPEN}. */
    public static final ProcessVariable<String> ANSWERED = ProcessVariable.transientOnly("answered", String.class);
    public static final ProcessVariable<Boolean> WENT_OUT = ProcessVariable.transientOnly("wentOut", Boolean.class);

    private ProcessVariables() {}
}
