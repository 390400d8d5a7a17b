package io.crosswise.process.engine;

import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells somebody, inside the transaction, that a command of a certain kind was carried out. */
final class Afterwards extends CommandInterceptor {
    private final Predicate<Command<?>> kind;
    private final Runnable told;

    Afterwards(Predicate<Command<?>> kind, Runnable told) {
        this.kind = kind;
        this.told = told;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (kind.test(command)) {
            told.run();
        }
        return result;
    }

    /** Runs it when the running transaction commits, and at once where there is none. */
    static void whenCommitted(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
