package io.crosswise.benchmark;

import io.crosswise.candidate.BuildCandidates;
import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.PriceHoldings;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogues;
import io.crosswise.channel.Capacities;
import io.crosswise.channel.Offered;
import io.crosswise.channel.ContactCalendar;
import io.crosswise.channel.RouteChannel.When;
import io.crosswise.policy.ContactHistory;
import io.crosswise.policy.JudgeContacts;
import io.crosswise.channel.ContactHistories;
import io.crosswise.channel.DispatchOffer;
import io.crosswise.channel.RouteChannel;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.decision.Arbitrate;
import io.crosswise.decision.Arbitration;
import io.crosswise.decision.AssembleDecision;
import io.crosswise.decision.AssignArm;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.decision.Decision.Experiment;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.DecisionSettings;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.OfferHistory;
import io.crosswise.decision.Leeway;
import io.crosswise.decision.NewOffers;
import io.crosswise.decision.OfferState;
import io.crosswise.decision.StageResults;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.experiment.AssignArms;
import io.crosswise.experiment.ExperimentsInForce;
import io.crosswise.policy.ApplyExclusions;
import io.crosswise.policy.Approval;
import io.crosswise.policy.BundleLimits;
import io.crosswise.policy.ApprovalTable;
import io.crosswise.policy.Cannibalisation;
import io.crosswise.policy.ChannelPreferencesTable;
import io.crosswise.policy.ContactFacts;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.ContactPolicyTable;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.LeverTable;
import io.crosswise.policy.Levers;
import io.crosswise.policy.ExclusionTable;
import io.crosswise.policy.FindBundles;
import io.crosswise.policy.OfferFacts;
import io.crosswise.policy.SegmentationTable;
import io.crosswise.policy.Sociostyle;
import io.crosswise.policy.SociostyleTable;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.StrategyTable;
import io.crosswise.policy.SubstitutionTable;
import io.crosswise.policy.Substitutions;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.scoring.ScoreCustomer;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.shared.Build;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.shared.Stage;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.ReadPromotion;
import io.crosswise.trigger.ReadSites;
import io.crosswise.trigger.TriggerFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;

/**
 * The floor: what {@code decide-offer} does, in one method. The only second copy of the stage order, to tell what the engine costs;
 * the digests of the benchmark keep it honest.
 */
final class PlainDecision {
    private final ApplicationContext rooms;
    private final PlainTables tables;
    private final ReadPromotion readPromotion;
    private final ReadSites readSites;
    private final Decisions decisions;
    private final ContactHistories contactHistories;
    private final Capacities capacities;
    private final Catalogues catalogues;
    private final NewOffers newOffers;
    private final DecisionSettings settings;
    private final LifetimeValueSettings lifetimeValue;
    private final ContactCalendar contactCalendar;
    private final JudgeContacts judgeContacts;
    private final ScoringModels models;
    private final ScoreCustomer scoreCustomer;
    private final BuildCandidates buildCandidates;
    private final ApplyExclusions applyExclusions;
    private final Cannibalisation cannibalisation;
    private final FindBundles findBundles;
    private final Arbitrate arbitrate;
    private final ExperimentsInForce experiments;
    private final AssignArm assignArm;
    private final RouteChannel routeChannel;
    private final AssembleDecision assembleDecision;
    private final DispatchOffer dispatchOffer;

    PlainDecision(ApplicationContext application) {
        rooms = application;
        tables = new PlainTables(
                ((ProcessEngineConfigurationImpl) the(ProcessEngine.class).getProcessEngineConfiguration()).getDmnEngineConfiguration());
        readPromotion = the(ReadPromotion.class);
        readSites = the(ReadSites.class);
        decisions = the(Decisions.class);
        contactHistories = the(ContactHistories.class);
        capacities = the(Capacities.class);
        catalogues = the(Catalogues.class);
        newOffers = the(NewOffers.class);
        settings = the(DecisionSettings.class);
        lifetimeValue = the(LifetimeValueSettings.class);
        contactCalendar = the(ContactCalendar.class);
        judgeContacts = the(JudgeContacts.class);
        models = the(ScoringModels.class);
        scoreCustomer = the(ScoreCustomer.class);
        buildCandidates = the(BuildCandidates.class);
        applyExclusions = the(ApplyExclusions.class);
        cannibalisation = the(Cannibalisation.class);
        findBundles = the(FindBundles.class);
        arbitrate = the(Arbitrate.class);
        experiments = the(ExperimentsInForce.class);
        assignArm = the(AssignArm.class);
        routeChannel = the(RouteChannel.class);
        assembleDecision = the(AssembleDecision.class);
        dispatchOffer = the(DispatchOffer.class);
    }

    private <T> T the(Class<T> type) {
        return rooms.getBean(type);
    }

    /** Decides and writes our own rows in the caller's transaction. */
    void decide(AcceptedTrigger accepted) {
        DecisionInput input = read(accepted);
        Decision decision = assembleDecision.assemble(input, judge(input));
        boolean offered = decision.outcome() == Decision.Outcome.OFFER;
        boolean approval = decision.approval().required();
        decisions.record(
                decision,
                input,
                !offered ? OfferState.CLOSED : approval ? OfferState.AWAITING_APPROVAL : OfferState.SCHEDULED);
        if (offered && !approval && decision.channel().code() == ChannelCode.SELF_CARE) {
            dispatchOffer.presentedByPerson(decision, ChannelCode.SELF_CARE);
            decisions.moveOn(
                    decision.decisionId(), List.of(OfferState.SCHEDULED), OfferState.PRESENTED, accepted.acceptedAt());
        }
    }

    private DecisionInput read(AcceptedTrigger accepted) {
        CustomerProfile profile = accepted.profile();
        Instant now = accepted.acceptedAt();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TriggerFacts trigger = accepted.event().type().equals("promotion-end") ? readPromotion.read(accepted) : readSites.read(accepted);
        OfferHistory offers = decisions.offerHistory(profile.id());
        return new DecisionInput(
                accepted.decisionId(),
                accepted.id(),
                accepted.supersedes(),
                trigger,
                now,
                accepted.id().value(),
                profile,
                CustomerFeatures.of(profile, today),
                new ContactHistory(contactHistories.of(profile.id(), now), offers.lastRefusal(), offers.waiting()),
                contactCalendar.of(profile, now),
                offers.open(),
                offers.postponed(),
                capacities.left(now),
                newOffers.of(this::onSale, accepted.id().value(), now),
                catalogues.current().version(),
                the(Substitutions.class).current().version(),
                settings,
                lifetimeValue,
                AssignArms.assign(experiments.started(), profile, trigger.type(), now),
                Build.UNKNOWN);
    }

    private List<String> onSale() {
        Catalogue catalogue = catalogues.current();
        return Stream.concat(
                        catalogue.offers().stream().map(Offer::code), catalogue.bundles().stream().map(Catalogue.Bundle::code))
                .toList();
    }

    private StageResults judge(DecisionInput input) {
        Catalogue catalogue = catalogues.version(input.catalogueVersion());
        Map<String, Object> facts = new HashMap<>();
        facts.put("trigger", input.trigger());
        facts.put("contact", ContactFacts.of(input.contacts(), input.decidedAt(), input.contactTimes().zone()));
        facts.put("customer", CustomerFacts.of(input.profile(), null, null, null, input.decidedOn()));
        Segment segment = SegmentationTable.read(tables.evaluate("segmentation", facts));
        Sociostyle sociostyle = SociostyleTable.read(tables.evaluate("sociostyle", facts));
        Set<io.crosswise.shared.ServiceCategory> onSale = catalogue.offers().stream()
                .filter(offer -> offer.market() == input.profile().market())
                .map(Offer::category)
                .collect(Collectors.toSet());
        CustomerScores scores = scoreCustomer.score(
                models.inUse().forCustomer(input.profile().id()), input.profile(), onSale, input.features());
        CustomerFacts customer = CustomerFacts.of(input.profile(), scores, segment, sociostyle, input.decidedOn());
        facts.put("customer", customer);
        Strategy strategy = StrategyTable.read(tables.evaluate("strategy", facts));
        if (!strategy.sells() || !input.openOffers().isEmpty()) {
            return results(segment, sociostyle, scores, strategy, null, null, null, null, null);
        }
        List<Candidate> candidates = buildCandidates.build(
                input.profile(), catalogue, scores, strategy.search());
        Exclusions exclusions = Exclusions.NONE;
        for (Stage stage : List.of(Stage.ELIGIBILITY, Stage.APPLICABILITY, Stage.SUITABILITY)) {
            Exclusions found = ExclusionTable.read(tables.evaluate(stage.name().toLowerCase(Locale.ROOT), facts), stage);
            exclusions = exclusions.and(found);
            candidates = applyExclusions.apply(candidates, found);
        }
        JudgeContacts.Judged judged = judgeContacts.judge(
                ContactPolicyTable.read(tables.evaluate("contact-policy", facts)),
                candidates,
                input.contacts(),
                customer,
                input.decidedAt(),
                input.contactTimes().zone());
        ContactPermissions permissions = judged.permissions();
        exclusions = exclusions.and(judged.exclusions());
        candidates = judged.candidates();
        candidates = SubstitutionTable.read(tables.evaluate("substitution", facts))
                .learning(the(Substitutions.class).version(input.substitutionVersion()).usable(input.profile().market()))
                .charge(candidates, PriceHoldings.price(input.profile(), catalogue));
        candidates = cannibalisation.judge(candidates, input.profile(), catalogue, input.trigger(), input.decidedOn());
        List<Candidate> bundles = findBundles.find(
                candidates,
                input.profile(),
                catalogue,
                new BundleLimits(exclusions, permissions),
                input.settings().horizonMonths(),
                input.decidedOn());
        Levers levers = LeverTable.read(tables.evaluate("levers", facts));
        ApplyArms arms = ApplyArms.of(input.arms(), segment);
        Arbitration arbitration = arbitrate.arbitrate(
                Stream.concat(candidates.stream(), bundles.stream()).toList(),
                new Leeway(strategy, scores.outlook().lifetimeValue(), permissions, exclusions, levers, arms),
                input);
        if (arbitration.winner().isEmpty()) {
            return results(segment, sociostyle, scores, strategy, arbitration, permissions, null, null, null);
        }
        Candidate winner = arbitration.winner().get();
        facts.put("offer", OfferFacts.of(winner));
        Experiment experiment = assignArm.assign(arms, winner);
        ChannelAssignment channel = routeChannel.route(
                arms.toChannels(ChannelPreferencesTable.read(tables.evaluate("channel-assignment", facts))),
                scores.responses(),
                permissions,
                new Offered(winner.categories(), winner.value().beforeContact(), input.settings().contactCost()),
                input.capacityLeft(),
                new When(input.decidedAt(), input.waitsUntil(), input.contactTimes()));
        Approval approval = ApprovalTable.read(tables.evaluate("approval", facts));
        return results(segment, sociostyle, scores, strategy, arbitration, permissions, experiment, channel, approval);
    }

    private static StageResults results(
            Segment segment,
            Sociostyle sociostyle,
            CustomerScores scores,
            Strategy strategy,
            Arbitration arbitration,
            ContactPermissions permissions,
            Experiment experiment,
            ChannelAssignment channel,
            Approval approval) {
        return new StageResults(
                segment, sociostyle, scores, strategy, arbitration == null ? null : arbitration.ranked(), arbitration, permissions,
                experiment, channel, approval, List.of(), List.of(), List.of(), null);
    }
}
