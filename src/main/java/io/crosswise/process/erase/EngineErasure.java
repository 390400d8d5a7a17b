package io.crosswise.process.erase;

import static io.crosswise.process.ProcessVariables.CUSTOMER_ID;

import io.crosswise.customer.Erasure;
import io.crosswise.decision.Decisions;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Cancels what runs for the customer, with its tasks and the files beside them, and deletes what the engine remembers of what ran.
 * Goes first, while decisions still say whose they are.
 */
@Component
@Order(0)
class EngineErasure implements Erasure {
    private static final int AT_A_TIME = 100;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final Decisions decisions;

    EngineErasure(RuntimeService runtime, HistoryService history, Decisions decisions) {
        this.runtime = runtime;
        this.history = history;
        this.decisions = decisions;
    }

    /** @throws OptimisticLockingFailureException when a job moved an instance on meanwhile; the whole transaction may be tried again */
    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        try {
            List<ProcessInstance> running = running(customer);
            while (!running.isEmpty()) {
                running.forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "customer erased", true, true));
                running.forEach(instance -> forget(instance.getId()));
                running = running(customer);
            }
            decisions.forEachOf(customer, decision -> forget(decision.processInstanceId()));
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("An instance was moved on by another transaction", e);
        }
    }

    private List<ProcessInstance> running(CustomerId customer) {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals(CUSTOMER_ID.name(), customer.value())
                .rootProcessInstances()
                .listPage(0, AT_A_TIME);
    }

    /** With the instances it called. */
    private void forget(String instance) {
        if (instance == null) {
            return;
        }
        for (HistoricProcessInstance called :
                history.createHistoricProcessInstanceQuery().superProcessInstanceId(instance).listPage(0, AT_A_TIME)) {
            forget(called.getId());
        }
        history.deleteHistoricProcessInstancesIfExists(List.of(instance));
    }
}
