package io.crosswise.process.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts the changes to deployed definitions this node committed, so that whatever is kept in memory about them knows that it is old. */
final class LocalDeployments {
    private final AtomicLong count = new AtomicLong();
    private final ThreadLocal<Boolean> changing = new ThreadLocal<>();

    long count() {
        return count.get();
    }

    /** Whether this thread's transaction has changed definitions and not ended yet: only the database can tell it what is deployed. */
    boolean isChangingHere() {
        return changing.get() != null;
    }

    /** To be called inside the transaction that changes definitions; counts when it commits. */
    void change() {
        if (isChangingHere()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            count.incrementAndGet();
            return;
        }
        changing.set(true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count.incrementAndGet();
            }

            @Override
            public void afterCompletion(int status) {
                changing.remove();
            }
        });
    }
}
