package io.crosswise.decision.web;

import io.crosswise.customer.FeatureWords;
import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Decisions;
import io.crosswise.platform.Problem;
import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.Contributions.Contribution;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.ExplainScore;
import io.crosswise.shared.DecisionId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells people what each feature added to a score of a decision, in words of the business. */
@RestController
class ContributionsController {
    private final Decisions decisions;
    private final ExplainScore explainScore;

    ContributionsController(Decisions decisions, ExplainScore explainScore) {
        this.decisions = decisions;
        this.explainScore = explainScore;
    }

    /**
     * The base and all contributions add up to the link, the score on the scale; the points add up to the score less what the base
     * alone would score.
     *
     * @param method how the contributions were found
     * @param scale {@code log-odds} or {@code score}
     */
    record View(
            String decisionId,
            String model,
            String version,
            double score,
            String method,
            String scale,
            double base,
            double link,
            List<Part> parts) {}

    /** @param value of the feature, null unknown @param contribution on the scale @param points on the score's own scale */
    record Part(String feature, String words, Double value, double contribution, double points) {}

    @GetMapping("/api/v1/decisions/{decisionId}/contributions")
    View contributions(
            @PathVariable String decisionId, @RequestParam String model, @RequestParam(defaultValue = "en") String lang) {
        DecisionId id = new DecisionId(decisionId);
        Decision decision = decisions.find(id).orElseThrow(unknown()).decision();
        if (decision.customerId().isErased()) {
            throw new Problem(
                    HttpStatus.GONE, "decision-erased", "Decision erased", "The personal data of this decision's customer were erased");
        }
        DecisionInput input = decisions.input(id).orElseThrow(unknown());
        Score score = decision.scores().stream()
                .filter(given -> given.model().equals(model))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-model", "Unknown model",
                        "This decision was not scored by such a model; it was by "
                                + decision.scores().stream().map(Score::model).toList()));
        Contributions why = explainScore.explain(score, input.profile(), input.features());
        Locale locale = language(lang);
        List<Part> parts = why.parts().stream().map(part -> part(part, locale)).toList();
        return new View(
                decisionId, model, score.version(), score.value(), why.method(), why.scale(), why.base(), why.link(), parts);
    }

    private static Part part(Contribution part, Locale locale) {
        return new Part(
                part.feature(), FeatureWords.of(part.feature(), locale), part.value(), part.contribution(), part.points());
    }

    private static Locale language(String lang) {
        return switch (lang) {
            case "en" -> Locale.ENGLISH;
            case "fr" -> Locale.FRENCH;
            default -> throw new Problem(HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "lang is fr or en");
        };
    }

    private static Supplier<Problem> unknown() {
        return () -> new Problem(
                HttpStatus.NOT_FOUND, "unknown-decision", "Unknown decision", "There is no decision with this id");
    }
}
