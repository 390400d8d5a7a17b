package io.crosswise.replay.web;

import io.crosswise.decision.StoredDecisions;
import io.crosswise.decision.StoredDecisions.StoredDecision;
import io.crosswise.decision.VersionGone;
import io.crosswise.platform.Problem;
import io.crosswise.replay.Against;
import io.crosswise.replay.Replay;
import io.crosswise.replay.ReplayDecision;
import io.crosswise.shared.DecisionId;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs one decision again and tells whether it comes out the same. */
@RestController
class ReplayController {
    private final StoredDecisions decisions;
    private final ReplayDecision replayDecision;

    ReplayController(StoredDecisions decisions, ReplayDecision replayDecision) {
        this.decisions = decisions;
        this.replayDecision = replayDecision;
    }

    @Operation(summary = "Run a decision again, by the versions that judged it or by those of today; nothing is stored")
    @PostMapping("/api/v1/decisions/{decisionId}/replay")
    Replay replay(@PathVariable String decisionId, @RequestParam(defaultValue = "stored") String against) {
        Against judged = against(against);
        StoredDecision stored = decisions.find(new DecisionId(decisionId))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-decision", "Unknown decision", "There is no decision with this id"));
        if (stored.isErased()) {
            throw new Problem(
                    HttpStatus.GONE,
                    "decision-erased",
                    "The decision was erased",
                    "What was known of the customer was erased at their request; without it nothing can be decided again");
        }
        try {
            return replayDecision.replay(stored, judged);
        } catch (VersionGone e) {
            throw new Problem(HttpStatus.CONFLICT, "version-gone", "A version that judged is gone", e.getMessage());
        }
    }

    static Against against(String word) {
        return Against.named(word)
                .orElseThrow(() -> new Problem(
                        HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "against is stored or current"));
    }
}
