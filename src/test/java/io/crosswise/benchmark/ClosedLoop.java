package io.crosswise.benchmark;

import io.crosswise.trigger.TriggerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Workers that each send the next trigger as soon as the last one is answered. */
final class ClosedLoop {
    private ClosedLoop() {}

    /** @throws IllegalStateException when any trigger fails */
    static Timing run(List<TriggerEvent> triggers, int workers, Consumer<TriggerEvent> decide) {
        long[] nanos = new long[triggers.size()];
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long started = System.nanoTime();
                decide.accept(triggers.get(i));
                nanos[i] = System.nanoTime() - started;
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        long started = System.nanoTime();
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(worker));
            }
            for (Future<Void> future : running) {
                future.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A trigger failed; the run is void", e);
        } finally {
            pool.shutdownNow();
        }
        return Timing.of((System.nanoTime() - started) / 1e9, nanos);
    }
}
