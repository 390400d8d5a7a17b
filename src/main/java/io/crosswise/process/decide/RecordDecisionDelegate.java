package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.decision.AssembleDecision;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.decision.StageResults;
import io.crosswise.process.present.Presentation;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Last step of {@code decide-offer}: the only one that writes. */
@Component
class RecordDecisionDelegate implements JavaDelegate {
    private final AssembleDecision assembleDecision;
    private final Decisions decisions;

    RecordDecisionDelegate(AssembleDecision assembleDecision, Decisions decisions) {
        this.assembleDecision = assembleDecision;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        Decision decision = assembleDecision.assemble(input, results(execution));
        Rehearsal rehearsal = REHEARSAL.get(execution);
        if (rehearsal != null) {
            rehearsal.take(decision);
            return;
        }
        boolean offered = decision.outcome() == Outcome.OFFER;
        OfferState state = !offered
                ? OfferState.CLOSED
                : decision.approval().required() ? OfferState.AWAITING_APPROVAL : OfferState.SCHEDULED;
        decisions.record(decision, input, state);
        DECISION_ID.set(execution, decision.decisionId().value());
        QUEUED.set(execution, decision.queued());
        PRESENTATION.set(
                execution,
                offered
                        ? new Presentation(
                                decision.channel().code(), decision.approval().role(), decision.channel().notBefore())
                        : null);
    }

    private static StageResults results(DelegateExecution execution) {
        DecisionTrail trail = TRAIL.get(execution);
        Candidates candidates = CANDIDATES.get(execution);
        return new StageResults(
                SEGMENT.get(execution),
                SOCIOSTYLE.get(execution),
                SCORES.get(execution),
                STRATEGY.get(execution),
                candidates == null ? null : candidates.list(),
                ARBITRATION.get(execution),
                PERMISSIONS.get(execution),
                EXPERIMENT.get(execution),
                CHANNEL_ASSIGNMENT.get(execution),
                APPROVAL.get(execution),
                trail.rules(),
                trail.models(),
                trail.path(),
                REHEARSAL.get(execution) == null
                        ? execution.getProcessInstance().getSuperExecution().getProcessInstanceId()
                        : null);
    }
}
