package io.crosswise.process.security;

import io.crosswise.platform.StartRefused;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/** Makes sure that the groups exist and that somebody can administer the product; what people changed since stays. */
class FirstUsers {
    /** While this group is empty, the webapps send everybody to a page that creates an administrator. */
    private static final String WEBAPP_ADMINISTRATORS = Groups.CAMUNDA_ADMIN;
    private static final int SHORTEST_PASSWORD = 8;
    private final IdentityService identity;
    private final AdminSettings admin;
    private final boolean demoUsers;

    FirstUsers(IdentityService identity, AdminSettings admin, boolean demoUsers) {
        this.identity = identity;
        this.admin = admin;
        this.demoUsers = demoUsers;
    }

    /** @throws StartRefused when nobody would be administrator */
    void create() {
        createGroup(WEBAPP_ADMINISTRATORS, "Administrators of the webapps");
        for (Role role : Role.values()) {
            createGroup(role.group(), role.label());
            if (demoUsers) {
                createUser(role.group(), role.group(), role);
            }
        }
        if (admin.isConfigured()) {
            createAdministrator();
        }
        if (identity.createUserQuery().memberOfGroup(Role.ADMIN.group()).count() == 0) {
            throw new StartRefused(
                    "There is no administrator: no user is in the group admin and none is configured.",
                    "Set crosswise.admin.user and crosswise.admin.password to create the first administrator.");
        }
    }

    private void createAdministrator() {
        if (admin.password().length() < SHORTEST_PASSWORD) {
            throw new StartRefused(
                    "The password of the first administrator is too short.",
                    "Set crosswise.admin.password to at least " + SHORTEST_PASSWORD + " characters.");
        }
        createUser(admin.user(), admin.password(), Role.ADMIN);
    }

    private void createGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void createUser(String id, String password, Role role) {
        if (find(id).isEmpty()) {
            User user = identity.newUser(id);
            user.setFirstName(id);
            user.setLastName(role.label());
            user.setPassword(password);
            identity.saveUser(user);
            identity.createMembership(id, role.group());
            if (role == Role.ADMIN) {
                identity.createMembership(id, WEBAPP_ADMINISTRATORS);
            }
        }
    }

    private Optional<User> find(String id) {
        return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult());
    }
}
