package io.crosswise.process.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/**
 * Who may deploy what: administrators everything, marketers decision tables and forms, nobody else anything. A process runs code, so
 * an archive that hides one among tables is refused as a whole. Nobody deploys for a tenant: a second newest version would stand
 * beside the one that decides.
 */
final class DeploymentGuard extends CommandInterceptor {
    private static final Set<String> TABLES_AND_FORMS = Set.of("dmn", "form");
    private final ProcessEngineConfigurationImpl engine;
    private final TableDoor tables;

    DeploymentGuard(ProcessEngineConfigurationImpl engine, TableDoor tables) {
        this.engine = engine;
        this.tables = tables;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd deploy) {
            DeploymentBuilderImpl builder = Hidden.field(DeployCmd.class, "deploymentBuilder", DeploymentBuilderImpl.class, deploy);
            DeploymentEntity deployment = Hidden.field(DeploymentBuilderImpl.class, "deployment", DeploymentEntity.class, builder);
            check(builder, deployment);
            // Our own doors have taken their turn before they looked at what is in force.
            if (!isJudged() && (isRedeployment(builder) || !tables(deployment).isEmpty())) {
                return tables.exclusively(() -> next.execute(command));
            }
        }
        return next.execute(command);
    }

    private void check(DeploymentBuilderImpl builder, DeploymentEntity deployment) {
        Authentication caller = engine.getIdentityService().getCurrentAuthentication();
        boolean unlimited = caller == null || groups(caller).contains("admin");
        if (deployment.getTenantId() != null) {
            throw new BadUserRequestException("There are no tenants here; take the tenant id \"" + deployment.getTenantId()
                    + "\" out of the deployment and send it again.");
        }
        if (!unlimited) {
            checkCaller(groups(caller), builder);
        }
        if (!isJudged()) {
            tables(deployment).forEach(resource -> tables.check(resource.getName(), resource.getBytes(), unlimited));
        }
    }

    private static List<ResourceEntity> tables(DeploymentEntity deployment) {
        return deployment.getResources() == null
                ? List.of()
                : deployment.getResources().values().stream().filter(resource -> isTable(resource.getName())).toList();
    }

    private static List<String> groups(Authentication caller) {
        return caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
    }

    /** Our own doors ask the gate before they deploy, and what comes with the product passed it when it was built. */
    private static boolean isJudged() {
        return DeploymentNote.current() != null;
    }

    private static void checkCaller(List<String> groups, DeploymentBuilderImpl builder) {
        if (!groups.contains("marketer")) {
            throw new BadUserRequestException("Only administrators and marketers may deploy.");
        }
        Collection<String> names = builder.getResourceNames();
        if (isRedeployment(builder)) {
            throw new BadUserRequestException("Only administrators may deploy again what was deployed before; send the files themselves.");
        }
        names.stream().filter(name -> !TABLES_AND_FORMS.contains(extension(name))).findFirst().ifPresent(name -> {
            throw new BadUserRequestException(
                    "Marketers deploy decision tables (.dmn) and forms (.form) only; take \"" + name + "\" out and send the rest again.");
        });
    }

    private static boolean isRedeployment(DeploymentBuilderImpl builder) {
        return !builder.getDeployments().isEmpty()
                || !builder.getDeploymentResourcesById().isEmpty()
                || !builder.getDeploymentResourcesByName().isEmpty();
    }

    /** As the engine tells a table by its name. */
    private static boolean isTable(String name) {
        return name.endsWith("dmn") || name.endsWith("dmn11.xml");
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
