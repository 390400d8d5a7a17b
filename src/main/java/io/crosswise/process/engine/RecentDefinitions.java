package io.crosswise.process.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/**
 * Answers from memory which definition a called process or a business rule task means; the engine as shipped asks the database every
 * time. What this node deploys is seen by the next look-up, what another node deploys after a second at the latest.
 */
final class RecentDefinitions extends DeploymentCache {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 10_000;

    /** Definitions of each kind kept parsed, as in the engine's own cache. */
    private static final int PARSED = 1_000;

    /** @param changes local deployments counted before the database was asked */
    private record Found(String id, long changes, long at) {}

    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final LocalDeployments deployments;

    RecentDefinitions(LocalDeployments deployments) {
        super(new DefaultCacheFactory(), PARSED);
        this.deployments = deployments;
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
        return recent("process-id " + id, this::findProcessDefinitionFromCache, () -> super.findDeployedProcessDefinitionById(id));
    }

    @Override
    public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKey(String key) {
        return recent(
                "process " + key, this::findProcessDefinitionFromCache, () -> super.findDeployedLatestProcessDefinitionByKey(key));
    }

    @Override
    public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKeyAndTenantId(String key, String tenant) {
        return recent(
                "process " + tenant + " " + key,
                this::findProcessDefinitionFromCache,
                () -> super.findDeployedLatestProcessDefinitionByKeyAndTenantId(key, tenant));
    }

    @Override
    public DecisionDefinitionEntity findDeployedDecisionDefinitionById(String id) {
        return recent("table-id " + id, this::findDecisionDefinitionFromCache, () -> super.findDeployedDecisionDefinitionById(id));
    }

    @Override
    public DecisionDefinition findDeployedLatestDecisionDefinitionByKey(String key) {
        DecisionDefinition pinned = pinned(key);
        return pinned != null
                ? pinned
                : recent("table " + key, this::findDecisionDefinitionFromCache, () -> super.findDeployedLatestDecisionDefinitionByKey(key));
    }

    @Override
    public DecisionDefinition findDeployedLatestDecisionDefinitionByKeyAndTenantId(String key, String tenant) {
        DecisionDefinition pinned = pinned(key);
        return pinned != null
                ? pinned
                : recent(
                        "table " + tenant + " " + key,
                        this::findDecisionDefinitionFromCache,
                        () -> super.findDeployedLatestDecisionDefinitionByKeyAndTenantId(key, tenant));
    }

    /** A run that is bound to a version need not ask whether it is the latest; null when it is not bound. */
    private DecisionDefinition pinned(String key) {
        String id = DryRun.tableId(key);
        DecisionDefinitionEntity known = id == null ? null : findDecisionDefinitionFromCache(id);
        return id == null || known != null ? known : super.findDeployedDecisionDefinitionById(id);
    }

    private <T extends ResourceDefinition> T recent(String name, Function<String, ? extends T> inMemory, Supplier<T> read) {
        if (deployments.isChangingHere()) {
            return read.get();
        }
        long changes = deployments.count();
        long now = System.nanoTime();
        Found known = found.get(name);
        if (known != null && known.changes == changes && now - known.at < FRESH_NANOS) {
            T definition = inMemory.apply(known.id);
            if (definition != null) {
                return definition;
            }
        }
        T definition = read.get();
        if (found.size() >= MOST) {
            found.clear();
        }
        found.put(name, new Found(definition.getId(), changes, now));
        return definition;
    }
}
