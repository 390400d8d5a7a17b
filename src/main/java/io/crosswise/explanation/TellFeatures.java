package io.crosswise.explanation;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Service;
import io.crosswise.customer.FeatureWords;
import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.explanation.Explanation.Feature;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.ExplainScore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names the features that moved the chance of a yes most, for the offer of a decision. */
class TellFeatures {
    private static final int MOST = 5;
    private final ExplainScore explainScore;

    TellFeatures(ExplainScore explainScore) {
        this.explainScore = explainScore;
    }

    /** Largest effect first; empty without an offer or when its category was scored by no model of its own. */
    List<Feature> of(Decision decision, DecisionInput input, Catalogue catalogue, Locale language) {
        if (decision.offer() == null) {
            return List.of();
        }
        return decision.offer().services().stream()
                .flatMap(code -> catalogue.services().stream().filter(service -> service.code().equals(code)))
                .findFirst()
                .flatMap(service -> score(decision, service))
                .map(score -> explainScore.explain(score, input.profile(), input.features()).parts().stream()
                        .limit(MOST)
                        .map(part -> new Feature(
                                part.feature(), FeatureWords.of(part.feature(), language), part.value(), part.points()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Score> score(Decision decision, Service service) {
        String slug = service.category().slug();
        List<String> names = decision.offer().kind().equals("UPSELL")
                ? List.of("upsell-" + slug, "propensity-" + slug)
                : List.of("propensity-" + slug, "upsell-" + slug);
        return names.stream()
                .flatMap(name -> decision.scores().stream().filter(score -> score.model().equals(name)))
                .findFirst();
    }
}
