package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.TRIGGER_ID;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.customer.UnknownCustomer;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.Inbox;
import io.crosswise.trigger.StartTriggerProcess;
import io.crosswise.trigger.TriggerEvent;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a trigger that was accepted for later out of the inbox and starts its process. */
@Component
class StartTriggerDelegate implements JavaDelegate {
    private final Inbox inbox;
    private final Customers customers;
    private final StartTriggerProcess process;
    private final Clock clock;

    StartTriggerDelegate(Inbox inbox, Customers customers, StartTriggerProcess process, Clock clock) {
        this.inbox = inbox;
        this.customers = customers;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TriggerId id = new TriggerId(TRIGGER_ID.get(execution));
        TriggerEvent event = inbox.find(id).orElseThrow();
        CustomerProfile profile = customers.lock(event.subject()).orElseThrow(() -> UnknownCustomer.withId(event.subject()));
        process.now(new AcceptedTrigger(id, event, profile, clock.instant()));
    }
}
