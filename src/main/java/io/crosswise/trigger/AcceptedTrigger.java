package io.crosswise.trigger;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.shared.TriggerId;
import java.io.Serializable;
import java.time.Instant;

/** A trigger that is in the inbox, with the profile read under the customer's lock; travels inside the transaction only. */
public record AcceptedTrigger(TriggerId id, TriggerEvent event, CustomerProfile profile, Instant acceptedAt)
        implements Serializable {}
