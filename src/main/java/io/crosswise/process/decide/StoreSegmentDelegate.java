package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.CUSTOMER_ID;
import static io.crosswise.process.ProcessVariables.SEGMENT;
import static io.crosswise.process.ProcessVariables.SOCIOSTYLE;

import io.crosswise.customer.Customers;
import io.crosswise.policy.Sociostyle;
import io.crosswise.shared.CustomerId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores what the tables said about a customer who has just been added. */
@Component
class StoreSegmentDelegate implements JavaDelegate {
    private final Customers customers;

    StoreSegmentDelegate(Customers customers) {
        this.customers = customers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Sociostyle sociostyle = SOCIOSTYLE.get(execution);
        customers.assignSegment(
                new CustomerId(CUSTOMER_ID.get(execution)),
                SEGMENT.get(execution),
                sociostyle == null ? null : sociostyle.code());
    }
}
