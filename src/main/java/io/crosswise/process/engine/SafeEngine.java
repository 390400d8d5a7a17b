package io.crosswise.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.Ordered;

/** What every engine of the product is given, tuned or not: authorizations, limits and nothing that runs code a caller sends. */
class SafeEngine extends AbstractProcessEnginePlugin implements Ordered {
    private final EngineSettings settings;
    private final Runnable identityChanged;
    private final Runnable definitionsChange;
    private final TableDoor tables;

    /**
     * @param identityChanged told when a change to users or groups is committed
     * @param definitionsChange told inside the transaction that removes or suspends definitions
     */
    SafeEngine(EngineSettings settings, Runnable identityChanged, Runnable definitionsChange, TableDoor tables) {
        this.settings = settings;
        this.identityChanged = identityChanged;
        this.definitionsChange = definitionsChange;
        this.tables = tables;
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
        guard(engine);
    }

    private void guard(ProcessEngineConfigurationImpl engine) {
        BooleanSupplier outside = () -> engine.getIdentityService().getCurrentAuthentication() != null;
        engine.setCustomPreBPMNParseListeners(plus(engine.getCustomPreBPMNParseListeners(), List.of(new StartGuard(outside))));
        engine.setCustomPreCommandInterceptorsTxRequired(
                plus(engine.getCustomPreCommandInterceptorsTxRequired(), guards(engine, outside)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                plus(engine.getCustomPreCommandInterceptorsTxRequiresNew(), guards(engine, outside)));
        engine.setCustomPostCommandInterceptorsTxRequired(
                plus(engine.getCustomPostCommandInterceptorsTxRequired(), watchers()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                plus(engine.getCustomPostCommandInterceptorsTxRequiresNew(), watchers()));
    }

    private List<CommandInterceptor> guards(ProcessEngineConfigurationImpl engine, BooleanSupplier outside) {
        return List.of(new QueryGuard(), new DeploymentGuard(engine, tables), new MiddleStartGuard(outside));
    }

    private List<CommandInterceptor> watchers() {
        return List.of(
                new Afterwards(SafeEngine::changesIdentity, () -> Afterwards.whenCommitted(identityChanged)),
                new Afterwards(SafeEngine::changesDefinitions, definitionsChange));
    }

    private static boolean changesIdentity(Command<?> command) {
        return command instanceof SaveUserCmd
                || command instanceof DeleteUserCmd
                || command instanceof CreateMembershipCmd
                || command instanceof DeleteMembershipCmd
                || command instanceof DeleteGroupCmd;
    }

    private static boolean changesDefinitions(Command<?> command) {
        return command instanceof DeleteDeploymentCmd
                || command instanceof AbstractDeleteProcessDefinitionCmd
                || command instanceof AbstractSetProcessDefinitionStateCmd;
    }

    private static <T> List<T> plus(List<T> known, List<? extends T> added) {
        List<T> all = known == null ? new ArrayList<>() : new ArrayList<>(known);
        all.addAll(added);
        return all;
    }

    /** After the starter's own plug-ins, which put the defaults. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
