package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.CUSTOMER;
import static io.crosswise.process.ProcessVariables.CUSTOMER_ID;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.policy.CustomerFacts;
import io.crosswise.process.engine.Definitions;
import io.crosswise.process.engine.InternalStart;
import io.crosswise.shared.CustomerId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Runs {@code segment-customer} for customers that were just loaded or imported, a few hundred per transaction. */
@Component
class SegmentNewCustomers {
    private static final int BATCH = 250;
    private final Customers customers;
    private final RuntimeService runtime;
    private final Definitions definitions;
    private final TransactionOperations transaction;
    private final Clock clock;
    private volatile boolean stopping;

    SegmentNewCustomers(
            Customers customers,
            RuntimeService runtime,
            Definitions definitions,
            TransactionOperations transaction,
            Clock clock) {
        this.customers = customers;
        this.runtime = runtime;
        this.definitions = definitions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void segmentAll() {
        while (!stopping && Boolean.TRUE.equals(transaction.execute(status -> segmentSome()))) {
            // the next batch, until nobody is left
        }
    }

    /** A stop waits for running work; what is left here is found again after the next start. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    private boolean segmentSome() {
        List<CustomerId> waiting = customers.withoutSegment(BATCH);
        waiting.stream().takeWhile(id -> !stopping).forEach(id -> customers.lock(id).ifPresent(this::segment));
        return waiting.size() == BATCH;
    }

    private void segment(CustomerProfile profile) {
        LocalDate today = LocalDate.now(clock);
        runtime.createProcessInstanceById(definitions.latestProcessDefinitionId("segment-customer"))
                .setVariable(CUSTOMER_ID.name(), profile.id().value())
                .setVariable(CUSTOMER.name(), CUSTOMER.typed(CustomerFacts.of(profile, null, null, null, today)))
                .setVariable(InternalStart.MARKER, InternalStart.value())
                .execute();
    }
}
