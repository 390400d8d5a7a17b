package io.crosswise.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;

/** What every engine of the product is given, tuned or not: authorizations, limits and nothing that runs code a caller sends. */
class SafeEngine extends AbstractProcessEnginePlugin implements Ordered {
    private final EngineSettings settings;

    SafeEngine(EngineSettings settings) {
        this.settings = settings;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setAdminGroups(new ArrayList<>(List.of("admin")));
        // A candidate may claim and complete a task, but not hand it to others or change what it shows.
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setPasswordEncryptor(new SlowPasswords());
        // Each wrong password makes the next attempt wait longer, up to a minute; locking for good would let anybody lock out anybody.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setQueryMaxResultsLimit(settings.mostResults());
        engine.setHistoryTimeToLive(settings.historyTimeToLive());
        engine.setHistoryCleanupBatchWindowStartTime(settings.cleanUpFrom());
        engine.setHistoryCleanupBatchWindowEndTime(settings.cleanUpUntil());
        engine.setFailedJobRetryTimeCycle(settings.retries());
    }

    /** After the starter's own plug-ins, which put the defaults. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
