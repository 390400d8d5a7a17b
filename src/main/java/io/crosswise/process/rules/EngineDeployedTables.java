package io.crosswise.process.rules;

import io.crosswise.process.engine.DeploymentNote;
import io.crosswise.shared.StableHash;
import io.crosswise.table.DeployedTables;
import io.crosswise.table.TableChange.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** Decision tables in the engine's repository; what is found there never changes, so each file is hashed once. */
@Component
class EngineDeployedTables implements DeployedTables {
    /** As the engine calls what it deploys by itself at start. */
    private static final String DEPLOYED_AT_START = "SpringAutoDeployment";

    private final RepositoryService repository;
    private final Map<String, Version> known = new ConcurrentHashMap<>();

    EngineDeployedTables(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Version> latest(String table) {
        return Optional.ofNullable(repository.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult())
                .map(this::version);
    }

    @Override
    public List<Version> versions(String table) {
        return repository.createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .withoutTenantId()
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::version)
                .toList();
    }

    @Override
    public Optional<byte[]> file(String table, int version) {
        return Optional.ofNullable(repository.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .withoutTenantId()
                        .decisionDefinitionVersion(version)
                        .singleResult())
                .map(this::read);
    }

    @Override
    public Version deploy(String table, byte[] file, Kind kind, String who, String reason, Integer fromVersion) {
        new DeploymentNote(kind, who, reason, fromVersion).during(() -> repository.createDeployment()
                .name(kind + " " + table)
                .source(who)
                .addInputStream(table + ".dmn", new java.io.ByteArrayInputStream(file))
                .deploy());
        return latest(table).orElseThrow();
    }

    private Version version(DecisionDefinition definition) {
        return known.computeIfAbsent(definition.getId(), id -> read(definition, deployment(definition)));
    }

    private Version read(DecisionDefinition definition, Deployment deployment) {
        Instant at = deployment.getDeploymentTime().toInstant();
        return new Version(
                definition.getKey(),
                definition.getVersion(),
                definition.getId(),
                StableHash.sha256(read(definition)),
                at,
                DEPLOYED_AT_START.equals(deployment.getName()));
    }

    private Deployment deployment(DecisionDefinition definition) {
        return repository.createDeploymentQuery().deploymentId(definition.getDeploymentId()).singleResult();
    }

    private byte[] read(DecisionDefinition definition) {
        try (InputStream file = repository.getDecisionModel(definition.getId())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
