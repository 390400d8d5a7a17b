package io.crosswise.scoring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Works on files of unknown origin on a thread of their own and gives up after a while. Work that was given up and
 * does not mind its interruption keeps its place until it ends: only a few can go on at a time.
 */
public class TimeLimit {
    private static final int AT_A_TIME = 2;

    private final Duration limit;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    public TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** @throws UnusableModel when the work says so, does not end in time, or exhausts stack or memory */
    <T> T within(String model, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw UnusableModel.of(model, "other files are still being read; send it again later");
            }
            return within(result, work);
        } catch (TimeoutException e) {
            throw UnusableModel.of(
                    model, "it takes longer than " + limit.toSeconds() + " s to load; use fewer or smaller trees");
        } catch (ExecutionException e) {
            throw refusal(model, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a model was loaded", e);
        }
    }

    private <T> T within(CompletableFuture<T> result, Supplier<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        Thread thread = new Thread(() -> complete(result, work), "model-load");
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            thread.interrupt();
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

    private static RuntimeException refusal(String model, Throwable cause) {
        if (cause instanceof UnusableModel unusable) {
            return unusable;
        }
        if (cause instanceof StackOverflowError) {
            return UnusableModel.of(model, "its elements are nested too deeply");
        }
        if (cause instanceof OutOfMemoryError) {
            return UnusableModel.of(model, "it needs more memory than there is; use fewer or smaller trees");
        }
        return new IllegalStateException(cause);
    }
}
