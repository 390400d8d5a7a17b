package io.crosswise.trigger.web;

import io.crosswise.platform.Problem;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.AcceptTrigger;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.FailedTriggers;
import io.crosswise.trigger.Inbox;
import io.crosswise.trigger.Intake;
import io.crosswise.trigger.StartTriggerProcess;
import io.crosswise.trigger.TriggerEvent;
import io.crosswise.trigger.TriggerResults;
import io.crosswise.trigger.TriggerResults.Decided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems report what happened. */
@RestController
@RequestMapping("/api/v1/triggers")
class TriggerController {
    private final AcceptTrigger acceptTrigger;
    private final StartTriggerProcess process;
    private final TriggerResults results;
    private final FailedTriggers failures;
    private final Inbox inbox;
    private final TransactionOperations transaction;

    TriggerController(
            AcceptTrigger acceptTrigger,
            StartTriggerProcess process,
            TriggerResults results,
            FailedTriggers failures,
            Inbox inbox,
            TransactionOperations transaction) {
        this.acceptTrigger = acceptTrigger;
        this.process = process;
        this.results = results;
        this.failures = failures;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    @Operation(
            summary = "Report a trigger as a CloudEvent",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    mediaType = "application/cloudevents+json",
                    examples = @ExampleObject("""
                            {"specversion":"1.0","id":"crm-1","source":"/crm","type":"promotion-end",
                             "subject":"C-000042","time":"2026-11-21T09:30:00Z","data":{}}"""))))
    @PostMapping(consumes = {"application/cloudevents+json", "application/json"})
    ResponseEntity<Object> post(
            @RequestHeader HttpHeaders headers,
            @RequestHeader(name = "Prefer", required = false) String prefer,
            @RequestBody(required = false) byte[] body) {
        TriggerEvent event = CloudEvents.read(headers, body == null ? new byte[0] : body);
        boolean soon = prefer != null && prefer.contains("respond-async");
        Intake intake = take(event, soon ? process::soon : process::now);
        if (intake instanceof Intake.Accepted accepted) {
            return soon ? pending(accepted.trigger().id()) : decided(accepted.trigger().id(), HttpStatus.CREATED);
        }
        if (intake instanceof Intake.Repeated repeated) {
            return soon ? pending(repeated.id()) : decided(repeated.id(), HttpStatus.OK);
        }
        throw refusal(intake);
    }

    @GetMapping("/{triggerId}")
    TriggerState get(@PathVariable String triggerId) {
        TriggerId id = new TriggerId(triggerId);
        Optional<Decided> decided = results.find(id);
        if (decided.isEmpty() && inbox.find(id).isEmpty()) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknown-trigger", "Unknown trigger", "There is no trigger with this id");
        }
        return decided.map(decision -> new TriggerState("DECIDED", decision.decisionId().value()))
                .orElseGet(() -> new TriggerState(failures.hasFailed(id) ? "FAILED" : "PENDING", null));
    }

    record TriggerState(String state, String decisionId) {}

    private Intake take(TriggerEvent event, Consumer<AcceptedTrigger> start) {
        return transaction.execute(status -> {
            Intake intake = acceptTrigger.accept(event);
            if (intake instanceof Intake.Accepted accepted) {
                start.accept(accepted.trigger());
            } else if (intake instanceof Intake.Refused) {
                status.setRollbackOnly();
            }
            return intake;
        });
    }

    private ResponseEntity<Object> decided(TriggerId id, HttpStatus status) {
        return results.find(id)
                .map(decided -> ResponseEntity.status(status)
                        .location(URI.create("/api/v1/decisions/" + decided.decisionId()))
                        .body(decided.body()))
                .orElseGet(() -> pending(id));
    }

    private static ResponseEntity<Object> pending(TriggerId id) {
        return ResponseEntity.accepted().location(URI.create("/api/v1/triggers/" + id)).body(new TriggerState("PENDING", null));
    }

    private static Problem refusal(Intake intake) {
        if (intake instanceof Intake.Refused refused) {
            String slug = refused.code().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, slug, "Trigger refused", refused.detail());
        }
        return new Problem(
                HttpStatus.CONFLICT,
                "event-id-reused",
                "Event id reused",
                "This source has used the event id before for another event; send a new id");
    }
}
