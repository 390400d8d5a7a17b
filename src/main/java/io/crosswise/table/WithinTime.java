package io.crosswise.table;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Judges tables on a thread of their own and gives up after a while: a cell may loop for ever. What was given up keeps its place until
 * it ends, and only two can go on at a time.
 */
final class WithinTime {
    private static final int AT_A_TIME = 2;
    private final Duration limit;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    WithinTime(Duration limit) {
        this.limit = limit;
    }

    /** @throws RefusedTable when the work says so, does not end in time, or exhausts the stack */
    <T> T run(Supplier<T> work) {
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RefusedTable.of("BUSY", "Other tables are still being checked; send it again in a minute.");
            }
            CompletableFuture<T> result = new CompletableFuture<>();
            Thread thread = new Thread(() -> complete(result, work), "table-gate");
            thread.setDaemon(true);
            thread.start();
            try {
                return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                thread.interrupt();
            }
        } catch (TimeoutException e) {
            throw RefusedTable.of(
                    "TOO_SLOW", "Checking the table takes longer than " + limit.toSeconds() + " s; use fewer rows or simpler cells.");
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a table was checked", e);
        }
    }

    private <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        } finally {
            places.release();
        }
    }

    private static RuntimeException refusal(Throwable cause) {
        if (cause instanceof RuntimeException e) {
            return e;
        }
        if (cause instanceof StackOverflowError) {
            return RefusedTable.of("TOO_DEEP", "A cell is nested too deeply to be evaluated.");
        }
        return new IllegalStateException(cause);
    }
}
