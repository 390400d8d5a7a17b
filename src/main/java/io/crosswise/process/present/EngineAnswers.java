package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.ANSWERED;
import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.outcome.AnswerOffer;
import io.crosswise.outcome.ResponseType;
import io.crosswise.shared.DecisionId;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Takes an answer to the {@code present-offer} instance that waits for it. */
@Component
class EngineAnswers implements AnswerOffer {
    private static final String MESSAGE = "offer-response";
    private final RuntimeService runtime;

    EngineAnswers(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @throws OptimisticLockingFailureException when a job moved the offer on meanwhile; the caller may try the whole transaction again */
    @Override
    public boolean answer(DecisionId id, ResponseType answer, Instant at) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(MESSAGE)
                .processVariableValueEquals(DECISION_ID.name(), id.value())
                .listPage(0, 1);
        if (waiting.isEmpty()) {
            return false;
        }
        try {
            runtime.createMessageCorrelation(MESSAGE)
                    .processInstanceId(waiting.get(0).getProcessInstanceId())
                    .setVariable(ANSWERED.name(), ANSWERED.typed(answer.name()))
                    .correlate();
            return true;
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException e) {
            throw new OptimisticLockingFailureException("The offer was moved on by another transaction", e);
        }
    }
}
