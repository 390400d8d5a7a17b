package io.crosswise.demo.year;

import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.Customers;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.outcome.RecordResponse;
import io.crosswise.outcome.ResponseEvent;
import io.crosswise.outcome.ResponseResult.State;
import io.crosswise.outcome.ResponseType;
import io.crosswise.platform.SteppedEngine;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.AcceptTrigger;
import io.crosswise.trigger.Intake;
import io.crosswise.trigger.StartTriggerProcess;
import io.crosswise.trigger.TriggerEvent;
import io.crosswise.trigger.TriggerTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** The whole product as other systems see it, on simulated time: triggers and answers go in, decisions come out. */
final class ProductUnderTest {
    private static final String SOURCE = "/simulated-year";

    private final AcceptTrigger acceptTrigger;
    private final StartTriggerProcess process;
    private final TriggerTypes types;
    private final Decisions decisions;
    private final RecordResponse recordResponse;
    private final Customers customers;
    private final TransactionOperations transaction;
    private final SteppedEngine engine;
    private final YearClock clock;

    ProductUnderTest(
            AcceptTrigger acceptTrigger,
            StartTriggerProcess process,
            TriggerTypes types,
            Decisions decisions,
            RecordResponse recordResponse,
            Customers customers,
            TransactionOperations transaction,
            SteppedEngine engine,
            YearClock clock) {
        this.acceptTrigger = acceptTrigger;
        this.process = process;
        this.types = types;
        this.decisions = decisions;
        this.recordResponse = recordResponse;
        this.customers = customers;
        this.transaction = transaction;
        this.engine = engine;
        this.clock = clock;
    }

    void moveTo(Instant now) {
        clock.moveTo(now);
        engine.moveTo(now);
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether there is a process for triggers of that type. */
    boolean hears(String type) {
        return types.find(type).isPresent();
    }

    /** When the next waiting timer is due. */
    Optional<Instant> nextDue() {
        return engine.nextDue();
    }

    /** Jobs that are due and people at their tasks, until both have nothing to do; each round takes a second. */
    void settle() {
        while (engine.runDueJobs() + engine.workTasks() > 0) {
            moveTo(now().plusSeconds(1));
        }
    }

    /** Sends a trigger and answers what it was filed under. */
    TriggerId trigger(Occasion occasion) {
        TriggerEvent event =
                new TriggerEvent(SOURCE, occasion.id(), occasion.type(), occasion.customer(), clock.instant(), Map.of());
        return transaction.execute(status -> {
            if (acceptTrigger.accept(event) instanceof Intake.Accepted accepted) {
                process.now(accepted.trigger());
                return accepted.trigger().id();
            }
            throw new IllegalStateException("The product does not take " + event);
        });
    }

    DecisionWithState find(DecisionId id) {
        return decisions.find(id).orElseThrow();
    }

    Optional<DecisionWithState> decided(TriggerId trigger) {
        return decisions.findByTrigger(trigger);
    }

    /** Every decision since then. */
    List<DecisionWithState> decidedSince(Instant from) {
        return decisions.list(null, from, null, 0, 10_000).items();
    }

    /** The customer answers; false when nothing waits for the answer any more. */
    boolean answer(DecisionId id, boolean accepts) {
        ResponseEvent event = new ResponseEvent(
                id.value(), SOURCE, id, accepts ? ResponseType.ACCEPTED : ResponseType.DECLINED, clock.instant());
        return transaction.execute(status -> recordResponse.record(event)).state() == State.MATCHED;
    }

    /** The systems of record tell how some customers are now; what the product itself found out stays. */
    void tell(List<CustomerRecord> changed) {
        if (!changed.isEmpty()) {
            customers.store(changed.stream()
                    .map(it -> new CustomerRecord(
                            Profiles.merged(it.profile(), customers.find(it.profile().id()).orElseThrow()),
                            it.personal(),
                            it.usage()))
                    .toList());
        }
    }
}
