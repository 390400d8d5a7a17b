package io.crosswise.explanation;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogues;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.explanation.FindCounterfactuals.Counterfactual;
import io.crosswise.shared.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells a person why a decision came out as it did, as it was actually made (GDPR, Articles 15 and 22; CJEU C-203/22): out of its
 * record, the features its models read, and runs of the same process with something changed.
 */
public class ExplainDecision {
    private final Catalogues catalogues;
    private final TellFeatures tellFeatures;
    private final KeepCounterfactuals counterfactuals;

    ExplainDecision(Catalogues catalogues, TellFeatures tellFeatures, KeepCounterfactuals counterfactuals) {
        this.catalogues = catalogues;
        this.tellFeatures = tellFeatures;
        this.counterfactuals = counterfactuals;
    }

    /**
     * @param input what was read for the decision
     * @param language English or French
     * @throws io.crosswise.decision.VersionGone when a version that judged is not there any more
     * @throws TooManyExplanations when others are being worked out and it would take too long
     */
    public Explanation explain(DecisionWithState found, DecisionInput input, Locale language) {
        Decision decision = found.decision();
        Sentences say = Sentences.in(language);
        Catalogue catalogue = catalogues.version(input.catalogueVersion());
        Map<String, Counterfactual> changes = counterfactuals.of(decision, input);
        return new Explanation(
                decision.decisionId().value(),
                decision.customerId().value(),
                language.getLanguage(),
                decision.decidedAt(),
                decision.outcome().name(),
                headline(found, say),
                why(decision, input, catalogue, say),
                decision.offer() == null ? null : offer(found, say),
                decision.channel() == null || decision.outcome() != Outcome.OFFER ? null : contact(decision, say),
                decision.offer() == null ? closedChannels(decision, input, say) : null,
                tellFeatures.of(decision, input, catalogue, language),
                decision.candidates().stream()
                        .filter(candidate -> candidate.verdict() != CandidateVerdict.SELECTED)
                        .map(candidate -> other(candidate, catalogue, changes.get(candidate.offer()), decision.offer() != null, say))
                        .toList());
    }

    private static String headline(DecisionWithState found, Sentences say) {
        OfferMade offer = found.decision().offer();
        Outcome outcome = found.decision().outcome();
        if (offer == null) {
            return say.text("headline." + outcome);
        }
        String price = say.euros(offer.monthlyPrice().minus(found.discount()));
        return outcome == Outcome.OFFER && found.discount().isPositive()
                ? say.text("headline.OFFER.discount", offer.name(), price, say.euros(found.discount()))
                : say.text("headline." + outcome, offer.name(), price);
    }

    private static List<String> why(Decision decision, DecisionInput input, Catalogue catalogue, Sentences say) {
        List<String> why = new ArrayList<>();
        if (decision.reason() != null) {
            why.add(words(decision.reason(), say));
        }
        if (decision.offer() != null) {
            why.add(say.text("chance", say.percent(decision.propensity()), say.points(decision.uplift())));
            why.add(say.text("earns", say.euros(decision.expectedValue())));
        }
        if (decision.queued() != null) {
            String until = say.moment(decision.queued().until(), input.zone());
            why.add(decision.queued().offer() == null
                    ? say.text("queued", until)
                    : say.text("queued.offer", name(decision.queued().offer(), catalogue), until));
        }
        if (decision.approval() != null && decision.approval().required()) {
            why.add(say.text("approval") + " " + words(decision.approval().reason(), say));
        }
        if (!decision.unknowns().isEmpty()) {
            why.add(say.text("unknowns", String.join(", ", decision.unknowns())));
        }
        return List.copyOf(why);
    }

    private static Explanation.Offer offer(DecisionWithState found, Sentences say) {
        OfferMade offer = found.decision().offer();
        CandidateResult selected = found.decision().candidates().stream()
                .filter(candidate -> candidate.verdict() == CandidateVerdict.SELECTED)
                .findFirst()
                .orElse(null);
        return new Explanation.Offer(
                offer.code(),
                offer.name(),
                offer.monthlyPrice(),
                found.discount(),
                selected == null ? say.text("better") : text(selected, say),
                selected == null ? null : selected.value());
    }

    private static Explanation.Contact contact(Decision decision, Sentences say) {
        Reason basis = decision.channel().legalBasis();
        return new Explanation.Contact(
                decision.channel().code().name(),
                words(decision.channel().reason(), say),
                basis == null ? null : basis.code(),
                basis == null ? null : words(basis, say));
    }

    private static List<Explanation.ClosedChannel> closedChannels(Decision decision, DecisionInput input, Sentences say) {
        return decision.suppressed() == null
                ? List.of()
                : decision.suppressed().stream()
                        .map(closed -> new Explanation.ClosedChannel(
                                closed.channel().name(),
                                closed.reason().code(),
                                closed.opensAt() == null
                                        ? words(closed.reason(), say)
                                        : words(closed.reason(), say) + " "
                                                + say.text("closed", say.moment(closed.opensAt(), input.zone())),
                                closed.opensAt()))
                        .toList();
    }

    /** @param made whether an offer was made that outranks it */
    private static Explanation.Other other(
            CandidateResult candidate, Catalogue catalogue, Counterfactual counterfactual, boolean made, Sentences say) {
        return new Explanation.Other(
                candidate.offer(),
                name(candidate.offer(), catalogue),
                candidate.verdict().name(),
                say.text("stage." + candidate.stage()),
                candidate.reason(),
                candidate.rule(),
                made || candidate.verdict() == CandidateVerdict.REJECTED ? text(candidate, say) : say.text("reason.NO_OFFER"),
                candidate.expectedValue(),
                counterfactual == null
                        ? null
                        : new Explanation.Counterfactual(
                                counterfactual.code(),
                                say.text("change." + counterfactual.code(), counterfactual.values()),
                                counterfactual.verified()));
    }

    /** What the stage said where it said it in this language, else what the code means. */
    private static String text(CandidateResult candidate, Sentences say) {
        boolean french = say.locale().getLanguage().equals("fr");
        if (candidate.verdict() == CandidateVerdict.REJECTED) {
            return french && candidate.fr() != null ? candidate.fr() : candidate.text();
        }
        String key = "reason." + candidate.reason();
        String meaning = say.has(key) ? say.text(key) : say.text("reason.other", candidate.reason());
        String note = french ? candidate.fr() : candidate.text();
        return note == null ? meaning : meaning + " " + note;
    }

    private static String words(Reason reason, Sentences say) {
        return reason.in(say.locale());
    }

    private static String name(String code, Catalogue catalogue) {
        return catalogue.offer(code).map(Offer::name).or(() -> catalogue.bundle(code).map(Bundle::name)).orElse(code);
    }
}
