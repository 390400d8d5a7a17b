package io.crosswise.trigger;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.Intake.Accepted;
import io.crosswise.trigger.Intake.Code;
import io.crosswise.trigger.Intake.Contradicted;
import io.crosswise.trigger.Intake.Refused;
import io.crosswise.trigger.Intake.Repeated;
import java.time.Clock;
import java.util.Optional;

/**
 * The door for triggers: puts an event into the inbox once and locks its customer, inbox row first, so that triggers of one
 * customer are decided one after the other. Runs inside the caller's transaction, which must be rolled back when the answer is
 * {@link Refused}.
 */
public class AcceptTrigger {
    private final TriggerTypes types;
    private final Inbox inbox;
    private final Customers customers;
    private final CanonicalBody canonicalBody;
    private final Clock clock;

    public AcceptTrigger(TriggerTypes types, Inbox inbox, Customers customers, CanonicalBody canonicalBody, Clock clock) {
        this.types = types;
        this.inbox = inbox;
        this.customers = customers;
        this.canonicalBody = canonicalBody;
        this.clock = clock;
    }

    public Intake accept(TriggerEvent event) {
        Optional<TriggerType> type = types.find(event.type());
        if (type.isEmpty()) {
            return new Refused(
                    Code.UNKNOWN_TYPE,
                    "No process handles triggers of type " + event.type() + "; known types: " + String.join(", ", types.names()));
        }
        Optional<String> objection = type.get().objection(event.data());
        if (objection.isPresent()) {
            return new Refused(Code.BAD_DATA, objection.get());
        }
        String body = canonicalBody.sha256(event);
        Optional<TriggerId> id = inbox.add(event, body, clock.instant());
        return id.isPresent() ? locked(id.get(), event, type.get()) : known(event, body);
    }

    private Intake locked(TriggerId id, TriggerEvent event, TriggerType type) {
        Optional<CustomerProfile> profile = customers.lock(event.subject());
        if (profile.isEmpty()) {
            return new Refused(Code.UNKNOWN_CUSTOMER, "No customer is known as " + event.subject());
        }
        if (type.market() != null && profile.get().market() != type.market()) {
            return new Refused(
                    Code.OTHER_MARKET,
                    type.name() + " is a trigger of market " + type.market() + ", but customer " + event.subject() + " belongs to "
                            + profile.get().market());
        }
        return new Accepted(new AcceptedTrigger(id, event, profile.get(), clock.instant()));
    }

    private Intake known(TriggerEvent event, String body) {
        Inbox.Entry entry = inbox.find(event.source(), event.id()).orElseThrow();
        return entry.bodySha256().equals(body) ? new Repeated(entry.id()) : new Contradicted();
    }
}
