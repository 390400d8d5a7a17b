package io.crosswise.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a process from its start to its end and keeps nothing of it: no instance, no history, no time taken. The transaction around
 * it may only read, so that a step that writes all the same fails instead of leaving a trace.
 */
public class DryRun {
    private static final ThreadLocal<Map<String, String>> TABLES = new ThreadLocal<>();
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate readOnly;

    DryRun(ProcessEngineConfigurationImpl engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether this thread is in such a run. */
    static boolean isHere() {
        return TABLES.get() != null;
    }

    /** The definition that stands for a table in this thread's run; null is the latest. */
    static String tableId(String key) {
        Map<String, String> tables = TABLES.get();
        return tables == null ? null : tables.get(key);
    }

    /**
     * @param tableIds definition to be evaluated, by key of the table; a table that is not named is evaluated in its latest version
     * @throws IllegalStateException when the process waits for something
     */
    public void run(String processDefinitionId, Map<String, String> tableIds, Map<String, Object> variables) {
        Map<String, String> outer = TABLES.get();
        TABLES.set(Map.copyOf(tableIds));
        try {
            boolean ended = inNewContext(processDefinitionId, variables);
            if (!ended) {
                throw new IllegalStateException("Process " + processDefinitionId + " waits for something and cannot be run dry");
            }
        } finally {
            if (outer == null) {
                TABLES.remove();
            } else {
                TABLES.set(outer);
            }
        }
    }

    private boolean inNewContext(String processDefinitionId, Map<String, Object> variables) {
        try {
            return ProcessEngineContext.withNewProcessEngineContext(() -> readOnly.execute(status -> {
                status.setRollbackOnly();
                return engine.getCommandExecutorTxRequired()
                        .execute(context -> context.runWithoutAuthorization(() -> start(processDefinitionId, variables)));
            }));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean start(String processDefinitionId, Map<String, Object> variables) {
        RuntimeService runtime = engine.getRuntimeService();
        return runtime.createProcessInstanceById(processDefinitionId)
                .setVariables(variables)
                .setVariable(InternalStart.MARKER, InternalStart.value())
                .execute()
                .isEnded();
    }
}
