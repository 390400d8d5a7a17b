package io.crosswise.process.engine;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what was deployed through this node, so that whatever is kept in memory about definitions knows that it is old. */
final class LocalDeployments {
    private final AtomicLong count = new AtomicLong();

    void happened() {
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }
}
