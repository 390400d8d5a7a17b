package io.crosswise.explanation.web;

import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.VersionGone;
import io.crosswise.explanation.ExplainDecision;
import io.crosswise.explanation.Explanation;
import io.crosswise.explanation.TooManyExplanations;
import io.crosswise.platform.Problem;
import io.crosswise.shared.DecisionId;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The explanation of a decision: for programs, and as a page that a call-centre agent can read aloud. */
@Controller
class ExplanationController {
    private final Decisions decisions;
    private final ExplainDecision explainDecision;

    ExplanationController(Decisions decisions, ExplainDecision explainDecision) {
        this.decisions = decisions;
        this.explainDecision = explainDecision;
    }

    @GetMapping("/api/v1/decisions/{decisionId}/explanation")
    @ResponseBody
    Explanation explanation(@PathVariable String decisionId, @RequestParam(defaultValue = "en") String lang) {
        return explain(decisionId, lang);
    }

    @GetMapping("/decisions/{decisionId}")
    ModelAndView page(@PathVariable String decisionId, @RequestParam(defaultValue = "fr") String lang) {
        return new ModelAndView("explanation", "e", explain(decisionId, lang));
    }

    private Explanation explain(String decisionId, String lang) {
        Locale language = language(lang);
        DecisionId id = new DecisionId(decisionId);
        DecisionWithState found = decisions.find(id).orElseThrow(() -> new Problem(
                HttpStatus.NOT_FOUND, "unknown-decision", "Unknown decision", "There is no decision with this id"));
        DecisionInput input = decisions.input(id).orElseThrow(() -> new Problem(
                HttpStatus.GONE, "erased-decision", "Erased decision",
                "The personal data this decision was made on have been erased; it cannot be explained any more"));
        try {
            return explainDecision.explain(found, input, language);
        } catch (VersionGone e) {
            throw new Problem(HttpStatus.CONFLICT, "version-gone", "A version is gone", e.getMessage());
        } catch (TooManyExplanations e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "too-many-explanations", "Too many explanations", e.getMessage());
        }
    }

    private static Locale language(String lang) {
        return switch (lang) {
            case "en" -> Locale.UK;
            case "fr" -> Locale.FRANCE;
            default -> throw new Problem(HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "lang is fr or en");
        };
    }
}
