package io.crosswise.process.engine;

import io.crosswise.shared.StableHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** Finds any version of a diagram or a table that was ever deployed; what was found once is remembered, since it never changes. */
public class DefinitionVersions {
    private static final int MOST = 10_000;
    private final ProcessEngineConfigurationImpl engine;
    private final Map<String, Version> known = new ConcurrentHashMap<>();

    DefinitionVersions(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** @param sha256 of the file it was deployed with, hexadecimal */
    public record Version(String id, String key, int version, String sha256) {}

    /** The diagram with this definition id. */
    public Version process(String id) {
        return remembered("process " + id, () -> Optional.of(process(repository().getProcessDefinition(id)))).orElseThrow();
    }

    /** Empty when no such version is deployed. */
    public Optional<Version> process(String key, int version) {
        return remembered("process " + key + " " + version, () -> Optional.ofNullable(repository()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .withoutTenantId()
                        .processDefinitionVersion(version)
                        .singleResult())
                .map(this::process));
    }

    /** Empty when no such version is deployed. */
    public Optional<Version> table(String key, int version) {
        return remembered("table " + key + " " + version, () -> Optional.ofNullable(repository()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .withoutTenantId()
                        .decisionDefinitionVersion(version)
                        .singleResult())
                .map(this::table));
    }

    private Optional<Version> remembered(String name, Supplier<Optional<Version>> read) {
        Version version = known.get(name);
        if (version != null) {
            return Optional.of(version);
        }
        Optional<Version> found = engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(read::get));
        if (known.size() >= MOST) {
            known.clear();
        }
        found.ifPresent(it -> known.put(name, it));
        return found;
    }

    private Version process(ProcessDefinition definition) {
        return version(definition, repository().getProcessModel(definition.getId()));
    }

    private Version table(DecisionDefinition definition) {
        return version(definition, repository().getDecisionModel(definition.getId()));
    }

    private static Version version(ResourceDefinition definition, InputStream file) {
        try (file) {
            return new Version(
                    definition.getId(), definition.getKey(), definition.getVersion(), StableHash.sha256(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }
}
