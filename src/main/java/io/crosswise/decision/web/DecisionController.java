package io.crosswise.decision.web;

import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Page;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people and systems read what was decided and why. */
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionController {
    private final Decisions decisions;

    DecisionController(Decisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/{decisionId}")
    DecisionView get(@PathVariable String decisionId) {
        return decisions.find(new DecisionId(decisionId))
                .map(DecisionView::of)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-decision", "Unknown decision", "There is no decision with this id"));
    }

    @GetMapping
    Page<DecisionView> list(
            @RequestParam(required = false) String customerId,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        CustomerId customer = customerId == null ? null : customer(customerId);
        Page<DecisionWithState> found = decisions.list(customer, from, to, page, size);
        return new Page<>(found.items().stream().map(DecisionView::of).toList(), page, size, found.total());
    }

    private static CustomerId customer(String id) {
        if (!CustomerId.isValid(id)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "customerId can be no customer id");
        }
        return new CustomerId(id);
    }
}
