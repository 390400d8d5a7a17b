package io.crosswise.process.engine;

import io.crosswise.shared.StableHash;
import io.crosswise.table.TableChange;
import io.crosswise.table.TableChange.Kind;
import io.crosswise.table.TableChanges;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Writes down, in the transaction that deploys a table, who deployed it and why; also for the engine's own door. */
final class NotesDeployedTables implements Deployer {
    private final Supplier<TableChanges> changes;
    private final Supplier<Clock> clock;

    /** @param changes null where nobody keeps them */
    NotesDeployedTables(Supplier<TableChanges> changes, Supplier<Clock> clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Also called when definitions are read into memory, which changes nothing. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        TableChanges kept = changes.get();
        List<DecisionDefinitionEntity> tables = deployment.getDeployedArtifacts(DecisionDefinitionEntity.class);
        if (deployment.isNew() && kept != null && tables != null) {
            tables.forEach(table -> note(deployment, table, kept));
        }
    }

    private void note(DeploymentEntity deployment, DecisionDefinitionEntity table, TableChanges kept) {
        byte[] file = deployment.getResource(table.getResourceName()).getBytes();
        DeploymentNote note = DeploymentNote.current() == null ? noteOf(deployment) : DeploymentNote.current();
        kept.add(
                new TableChange(
                        table.getKey(),
                        table.getVersion(),
                        table.getId(),
                        StableHash.sha256(file),
                        note.kind(),
                        note.who(),
                        clock.get().instant(),
                        note.reason(),
                        note.fromVersion()),
                file);
    }

    /** Through engine REST the name of the deployment is all a person says about it. */
    private static DeploymentNote noteOf(DeploymentEntity deployment) {
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        Authentication caller = engine.getIdentityService().getCurrentAuthentication();
        String who = caller == null || caller.getUserId() == null ? TableChange.PRODUCT : caller.getUserId();
        return new DeploymentNote(Kind.DEPLOYED, who, deployment.getName(), null);
    }
}
