package io.crosswise.evidence;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What is known of the log between two verifications. */
public class LogHealth {
    private final AtomicReference<Verification> last = new AtomicReference<>();
    private final AtomicReference<Tail> tail = new AtomicReference<>(new Tail(0, 0));

    /** Only the whole log can take back that something was found. */
    public void verified(Verification verification) {
        last.updateAndGet(before -> before == null || verification.whole() || !verification.intact() ? verification : before);
    }

    public void tail(Tail now) {
        tail.set(now);
    }

    public Tail tail() {
        return tail.get();
    }

    /** Empty before the first verification. */
    public Optional<Boolean> intact() {
        return Optional.ofNullable(last.get()).map(Verification::intact);
    }
}
