package io.crosswise.trigger;

import io.crosswise.shared.TriggerId;
import java.time.Instant;
import java.util.Optional;

/** Every trigger ever accepted, each once. */
public interface Inbox {
    /** Adds the event under a new id; empty when the same source and event id is there already. */
    Optional<TriggerId> add(TriggerEvent event, String bodySha256, Instant receivedAt);

    Optional<Entry> find(String source, String eventId);

    Optional<TriggerEvent> find(TriggerId id);

    record Entry(TriggerId id, String bodySha256) {}
}
