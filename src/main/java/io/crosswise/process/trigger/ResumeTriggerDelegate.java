package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.ACCEPTED_TRIGGER;
import static io.crosswise.process.ProcessVariables.DECISION_ID;
import static io.crosswise.process.ProcessVariables.TRIGGER_ID;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.customer.UnknownCustomer;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.Inbox;
import io.crosswise.trigger.TriggerEvent;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A contact window has opened: reads the trigger and the customer again, so that the new decision rests on what is true now. */
@Component
class ResumeTriggerDelegate implements JavaDelegate {
    private final Inbox inbox;
    private final Customers customers;
    private final Clock clock;

    ResumeTriggerDelegate(Inbox inbox, Customers customers, Clock clock) {
        this.inbox = inbox;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TriggerId id = new TriggerId(TRIGGER_ID.get(execution));
        TriggerEvent event = inbox.find(id).orElseThrow();
        CustomerProfile profile = customers.lock(event.subject()).orElseThrow(() -> UnknownCustomer.withId(event.subject()));
        ACCEPTED_TRIGGER.set(
                execution,
                new AcceptedTrigger(id, event, profile, clock.instant(), new DecisionId(DECISION_ID.get(execution))));
    }
}
