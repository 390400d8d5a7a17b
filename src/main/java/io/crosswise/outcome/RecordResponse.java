package io.crosswise.outcome;

import io.crosswise.customer.Customers;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.OfferState;
import io.crosswise.outcome.ResponseResult.Intake;
import io.crosswise.outcome.ResponseResult.ParkedReason;
import io.crosswise.outcome.ResponseResult.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Takes a response once and matches it with the offer it answers; early, late and unknown ones are kept too. Runs in the caller's
 * transaction, so the response, the end of the offer and the sale commit together.
 */
public class RecordResponse {
    private final Responses responses;
    private final Decisions decisions;
    private final Customers customers;
    private final AnswerOffer answers;
    private final Clock clock;

    public RecordResponse(
            Responses responses, Decisions decisions, Customers customers, AnswerOffer answers, Clock clock) {
        this.responses = responses;
        this.decisions = decisions;
        this.customers = customers;
        this.answers = answers;
        this.clock = clock;
    }

    public ResponseResult record(ResponseEvent reported) {
        ResponseEvent event = inMicroseconds(reported);
        Optional<DecisionWithState> decision = decisions.find(event.decisionId());
        StoredResponse first = firstView(event, decision);
        if (!responses.take(first, clock.instant())) {
            return repeated(event);
        }
        if (first.state() != State.PARKED && event.type().isAnswer()) {
            customers.lock(decision.orElseThrow().decision().customerId());
            return answer(event);
        }
        return new ResponseResult(Intake.FIRST, first.state(), first.reason());
    }

    private static StoredResponse firstView(ResponseEvent event, Optional<DecisionWithState> decision) {
        if (decision.isEmpty()) {
            return new StoredResponse(event, State.PARKED, ParkedReason.UNKNOWN_DECISION);
        }
        return decision.get().state() == OfferState.CLOSED
                ? new StoredResponse(event, State.PARKED, ParkedReason.NO_OFFER)
                : new StoredResponse(event, State.RECORDED, null);
    }

    private ResponseResult answer(ResponseEvent event) {
        boolean matched = answers.answer(event.decisionId(), event.type(), event.time());
        State state = matched ? State.MATCHED : State.PARKED;
        ParkedReason reason = matched ? null : whyNobodyWaits(event);
        responses.settle(event, state, reason);
        return new ResponseResult(Intake.FIRST, state, reason);
    }

    private ParkedReason whyNobodyWaits(ResponseEvent event) {
        return switch (decisions.find(event.decisionId()).orElseThrow().state()) {
            case ACCEPTED, DECLINED, LATER -> ParkedReason.ALREADY_ANSWERED;
            case EXPIRED -> ParkedReason.OFFER_EXPIRED;
            case CANCELLED -> ParkedReason.OFFER_CANCELLED;
            case CLOSED -> ParkedReason.NO_OFFER;
            case AWAITING_APPROVAL, SCHEDULED, PRESENTED -> ParkedReason.NOT_WAITING;
        };
    }

    private ResponseResult repeated(ResponseEvent event) {
        StoredResponse stored = responses.find(event.source(), event.id()).orElseThrow();
        Intake intake = stored.event().equals(event) ? Intake.REPEATED : Intake.CONFLICTING;
        return new ResponseResult(intake, stored.state(), stored.reason());
    }

    /** PostgreSQL keeps microseconds; a finer time would differ from itself when it is repeated. */
    private static ResponseEvent inMicroseconds(ResponseEvent event) {
        Instant time = event.time().truncatedTo(ChronoUnit.MICROS);
        return new ResponseEvent(event.id(), event.source(), event.decisionId(), event.type(), time);
    }
}
