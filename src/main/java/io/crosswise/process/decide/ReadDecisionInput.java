package io.crosswise.process.decide;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.channel.Capacities;
import io.crosswise.channel.ContactCalendar;
import io.crosswise.channel.ContactHistories;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.decision.BringUpToDate;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.DecisionSettings;
import io.crosswise.decision.NewOffers;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.OfferHistory;
import io.crosswise.experiment.AssignArms;
import io.crosswise.experiment.ExperimentsInForce;
import io.crosswise.policy.Substitutions;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.shared.Build;
import io.crosswise.policy.ContactHistory;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.TriggerFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers from all rooms what a decision may know. */
@Component
class ReadDecisionInput implements BringUpToDate {
    private final Decisions decisions;
    private final ContactHistories contactHistories;
    private final ContactCalendar contactCalendar;
    private final Capacities capacities;
    private final Catalogues catalogues;
    private final NewOffers newOffers;
    private final Substitutions substitutions;
    private final DecisionSettings settings;
    private final LifetimeValueSettings lifetimeValue;
    private final ExperimentsInForce experiments;
    private final Build build;

    ReadDecisionInput(
            Decisions decisions,
            ContactHistories contactHistories,
            ContactCalendar contactCalendar,
            Capacities capacities,
            Catalogues catalogues,
            NewOffers newOffers,
            Substitutions substitutions,
            DecisionSettings settings,
            LifetimeValueSettings lifetimeValue,
            ExperimentsInForce experiments,
            Build build) {
        this.decisions = decisions;
        this.contactHistories = contactHistories;
        this.contactCalendar = contactCalendar;
        this.capacities = capacities;
        this.catalogues = catalogues;
        this.newOffers = newOffers;
        this.substitutions = substitutions;
        this.settings = settings;
        this.lifetimeValue = lifetimeValue;
        this.experiments = experiments;
        this.build = build;
    }

    DecisionInput read(AcceptedTrigger accepted, TriggerFacts trigger) {
        CustomerProfile profile = accepted.profile();
        Instant now = accepted.acceptedAt();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Catalogue catalogue = catalogues.current();
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
                newOffers.of(() -> onSale(catalogue), accepted.id().value(), now),
                catalogue.version(),
                substitutions.current().version(),
                settings,
                lifetimeValue,
                AssignArms.assign(experiments.started(), profile, trigger.type(), now),
                build);
    }

    @Override
    public DecisionInput bringUpToDate(DecisionInput stored) {
        return new DecisionInput(
                stored.decisionId(),
                stored.triggerId(),
                stored.supersedes(),
                stored.trigger(),
                stored.decidedAt(),
                stored.seed(),
                stored.profile(),
                stored.features(),
                stored.contacts(),
                contactCalendar.of(stored.profile(), stored.decidedAt()),
                stored.openOffers(),
                stored.postponed(),
                stored.capacityLeft(),
                stored.newOffers(),
                catalogues.current().version(),
                substitutions.current().version(),
                settings,
                lifetimeValue,
                AssignArms.assign(experiments.started(), stored.profile(), stored.trigger().type(), stored.decidedAt()),
                build);
    }

    private static List<String> onSale(Catalogue catalogue) {
        return Stream.concat(
                        catalogue.offers().stream().map(Catalogue.Offer::code),
                        catalogue.bundles().stream().map(Catalogue.Bundle::code))
                .toList();
    }
}
