package io.crosswise.outcome.web;

import io.crosswise.outcome.RecordResponse;
import io.crosswise.outcome.ResponseEvent;
import io.crosswise.outcome.ResponseResult;
import io.crosswise.outcome.ResponseResult.Intake;
import io.crosswise.outcome.ResponseResult.State;
import io.crosswise.outcome.Responses;
import io.crosswise.outcome.StoredResponse;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems report what customers did with an offer. */
@RestController
@RequestMapping("/api/v1/responses")
class ResponseController {
    private static final int ATTEMPTS = 5;

    private final RecordResponse recordResponse;
    private final Responses responses;
    private final TransactionOperations transaction;

    ResponseController(RecordResponse recordResponse, Responses responses, TransactionOperations transaction) {
        this.recordResponse = recordResponse;
        this.responses = responses;
        this.transaction = transaction;
    }

    @Operation(summary = "Report what a customer did with an offer")
    @PostMapping
    ResponseEntity<ResponseView> post(@RequestBody ResponseBody body) {
        ResponseEvent event = body.event();
        ResponseResult result = record(event, 1);
        if (result.intake() == Intake.CONFLICTING) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "response-id-reused",
                    "Response id reused",
                    "This source has used the id before for another response; send a new id");
        }
        return ResponseEntity.status(result.intake() == Intake.FIRST ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ResponseView.of(new StoredResponse(event, result.state(), result.reason())));
    }

    @Operation(summary = "Responses by state, newest first")
    @GetMapping
    Page<ResponseView> list(
            @RequestParam(required = false) State state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        Page<StoredResponse> found = responses.list(state, page, size);
        return new Page<>(found.items().stream().map(ResponseView::of).toList(), page, size, found.total());
    }

    /** Whoever presents the offer may be moving it on at this moment; then the whole transaction is tried again. */
    private ResponseResult record(ResponseEvent event, int attempt) {
        try {
            return transaction.execute(status -> recordResponse.record(event));
        } catch (ConcurrencyFailureException e) {
            if (attempt == ATTEMPTS) {
                throw e;
            }
            return record(event, attempt + 1);
        }
    }
}
