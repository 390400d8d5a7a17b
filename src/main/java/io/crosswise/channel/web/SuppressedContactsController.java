package io.crosswise.channel.web;

import io.crosswise.channel.SuppressedContacts;
import io.crosswise.channel.SuppressedContacts.Suppressed;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people see which contacts were not made, and why. */
@RestController
class SuppressedContactsController {
    private static final Duration RECENT = Duration.ofDays(30);

    private final SuppressedContacts suppressedContacts;
    private final Clock clock;

    SuppressedContactsController(SuppressedContacts suppressedContacts, Clock clock) {
        this.suppressedContacts = suppressedContacts;
        this.clock = clock;
    }

    @Operation(summary = "Contacts that were not made, newest first, each with its reason; of the last 30 days unless customer or from is given")
    @GetMapping("/api/v1/suppressed-contacts")
    Page<Suppressed> list(
            @RequestParam(required = false) String customerId,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        if (customerId != null && !CustomerId.isValid(customerId)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "customerId can be no customer id");
        }
        return suppressedContacts.list(
                customerId == null ? null : new CustomerId(customerId),
                reason,
                from == null && customerId == null ? clock.instant().minus(RECENT) : from,
                to,
                page,
                size);
    }
}
