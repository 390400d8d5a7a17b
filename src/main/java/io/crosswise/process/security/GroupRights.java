package io.crosswise.process.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE_INSTANCE;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What each group may do inside the engine. Tasks are missing on purpose: a task becomes visible to its candidate groups when it is
 * created, and to nobody else.
 */
class GroupRights {
    static final List<Role> TASK_WORKERS = List.of(Role.MANAGER, Role.AGENT, Role.APPROVER, Role.SCIENTIST);
    private final AuthorizationService authorizations;

    GroupRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void grant() {
        for (Resources resource : Resources.values()) {
            grant(Role.ADMIN, resource, ANY, ALL);
        }
        for (Role role : TASK_WORKERS) {
            grant(role, Resources.APPLICATION, "tasklist", ACCESS);
            grant(role, Resources.PROCESS_DEFINITION, ANY, READ);
        }
        // Which calls reach this far is decided at the HTTP door.
        grant(Role.INTEGRATION, Resources.PROCESS_DEFINITION, ANY, READ, CREATE_INSTANCE, READ_INSTANCE, UPDATE_INSTANCE);
        grant(Role.INTEGRATION, Resources.PROCESS_INSTANCE, ANY, CREATE);
        // A data scientist asks for a retraining, and starts nothing else.
        grant(Role.SCIENTIST, Resources.PROCESS_DEFINITION, "model-retraining", READ, CREATE_INSTANCE);
        grant(Role.SCIENTIST, Resources.PROCESS_INSTANCE, ANY, CREATE);
        grant(Role.MARKETER, Resources.DEPLOYMENT, ANY, READ, CREATE);
        grant(Role.MARKETER, Resources.DECISION_DEFINITION, ANY, READ);
    }

    void grant(Role role, Resource resource, String id, Permission... permissions) {
        boolean granted = authorizations.createAuthorizationQuery()
                        .groupIdIn(role.group())
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!granted) {
            Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            authorization.setGroupId(role.group());
            authorization.setResource(resource);
            authorization.setResourceId(id);
            authorization.setPermissions(permissions);
            authorizations.saveAuthorization(authorization);
        }
    }
}
