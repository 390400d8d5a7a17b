package io.crosswise.process.present;

import io.crosswise.approval.PrepareApproval;
import io.crosswise.customer.Customers;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.process.ProcessVariables;
import io.crosswise.shared.DecisionId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Lays the prepared file beside a task, as variables of that task only; they vanish with it. */
@Component
class TaskFile {
    private final Decisions decisions;
    private final Customers customers;
    private final PrepareApproval prepareApproval;

    TaskFile(Decisions decisions, Customers customers, PrepareApproval prepareApproval) {
        this.decisions = decisions;
        this.customers = customers;
        this.prepareApproval = prepareApproval;
    }

    DecisionWithState decision(DelegateTask task) {
        return decisions.find(new DecisionId(ProcessVariables.DECISION_ID.get(task))).orElseThrow();
    }

    void lay(DelegateTask task) {
        DecisionWithState found = decision(task);
        task.setVariablesLocal(prepareApproval
                .prepare(found, customers.find(found.decision().customerId()).orElseThrow())
                .variables());
        task.setDescription(found.decision().offer().name() + " for " + found.decision().customerId());
    }
}
