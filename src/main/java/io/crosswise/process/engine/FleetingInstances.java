package io.crosswise.process.engine;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;

/**
 * An instance that ends in the transaction it began in was never visible, so nobody can hold an authorization for it; the engine
 * would search for some to delete.
 */
final class FleetingInstances extends ExecutionManager {
    @Override
    public void deleteExecution(ExecutionEntity execution) {
        if (getDbEntityManager().getDbEntityCache().isTransient(execution)) {
            getDbEntityManager().delete(execution);
        } else {
            super.deleteExecution(execution);
        }
    }

    /** Puts it into the place of the engine's own. */
    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ExecutionManager.class;
            }

            @Override
            public Session openSession() {
                return new FleetingInstances();
            }
        };
    }
}
