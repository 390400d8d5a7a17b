package io.crosswise.customer;

import java.util.stream.Stream;

/** What customers were like and what happened to them, for models to learn from. */
public interface CustomerHistory {
    /** Adds snapshots in bulk; a second one of the same customer and day is refused. */
    void keep(Stream<FeatureSnapshot> snapshots);

    /** Adds events in bulk; one known already is refused. */
    void record(Stream<LifeEvent> events);
}
