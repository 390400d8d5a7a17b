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
    private final FindCounterfactuals findCounterfactuals;

    ExplainDecision(Catalogues catalogues, TellFeatures tellFeatures, FindCounterfactuals findCounterfactuals) {
        this.catalogues = catalogues;
        this.tellFeatures = tellFeatures;
        this.findCounterfactuals = findCounterfactuals;
    }

    /**
     * @param input what was read for the decision
     * @param language English or French
     * @throws io.crosswise.decision.VersionGone when a version that judged is not there any more
     */
    public Explanation explain(DecisionWithState found, DecisionInput input, Locale language) {
        Decision decision = found.decision();
        Sentences say = Sentences.in(language);
        Catalogue catalogue = catalogues.version(input.catalogueVersion());
        Map<String, Counterfactual> counterfactuals = findCounterfactuals.find(decision, input);
        return new Explanation(
                decision.decisionId().value(),
                decision.customerId().value(),
                language.getLanguage(),
                decision.decidedAt(),
                decision.outcome().name(),
                headline(found, say),
                why(decision, say),
                decision.offer() == null ? null : offer(found, say),
                decision.channel() == null || decision.outcome() != Outcome.OFFER ? null : contact(decision, say),
                tellFeatures.of(decision, input, catalogue, language),
                decision.candidates().stream()
                        .filter(candidate -> candidate.verdict() != CandidateVerdict.SELECTED)
                        .map(candidate -> other(candidate, catalogue, counterfactuals.get(candidate.offer()), say))
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

    private static List<String> why(Decision decision, Sentences say) {
        List<String> why = new ArrayList<>();
        if (decision.reason() != null) {
            why.add(words(decision.reason(), say));
        }
        if (decision.offer() != null) {
            why.add(say.text("chance", say.percent(decision.propensity()), say.points(decision.uplift())));
            why.add(say.text("earns", say.euros(decision.expectedValue())));
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

    private static Explanation.Other other(
            CandidateResult candidate, Catalogue catalogue, Counterfactual counterfactual, Sentences say) {
        return new Explanation.Other(
                candidate.offer(),
                name(candidate.offer(), catalogue),
                candidate.verdict().name(),
                say.text("stage." + candidate.stage()),
                candidate.reason(),
                candidate.rule(),
                text(candidate, say),
                candidate.expectedValue(),
                counterfactual == null
                        ? null
                        : new Explanation.Counterfactual(
                                counterfactual.code(), say.text("change." + counterfactual.code(), counterfactual.values()), true));
    }

    /** What the stage said where it said it in this language, else what the code means. */
    private static String text(CandidateResult candidate, Sentences say) {
        boolean french = say.locale().getLanguage().equals("fr");
        if (candidate.verdict() == CandidateVerdict.REJECTED) {
            return french && candidate.fr() != null ? candidate.fr() : candidate.text();
        }
        String meaning = say.text("reason." + candidate.reason());
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
