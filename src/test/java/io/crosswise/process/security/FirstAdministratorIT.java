package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.platform.StartRefused;
import io.crosswise.process.EngineIT;
import io.crosswise.testing.TestPostgres;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class FirstAdministratorIT {
    private final String database = TestPostgres.emptyDatabase();

    @Test
    void withoutAnAdministratorTheProductSaysWhatToSetAndDoesNotStart() {
        assertThatThrownBy(this::start).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused).hasMessage("There is no administrator: no user is in the group admin and none is configured.");
            assertThat(refused.action()).contains("crosswise.admin.user", "crosswise.admin.password");
        });
    }

    @Test
    void aShortFirstPasswordIsRefused() {
        assertThatThrownBy(() -> start("crosswise.admin.user=ada", "crosswise.admin.password=short"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The password of the first administrator is too short.");
    }

    @Test
    void theConfiguredAdministratorIsCreatedOnceAndKeepsAChangedPassword() {
        try (ConfigurableApplicationContext first = start("crosswise.admin.user=ada", "crosswise.admin.password=first-password")) {
            IdentityService identity = first.getBean(IdentityService.class);
            assertThat(identity.checkPassword("ada", "first-password")).isTrue();
            assertThat(identity.createUserQuery().count()).as("no demo user").isEqualTo(1);
            identity.saveUser(changed(identity));
        }
        long rights;
        try (ConfigurableApplicationContext second = start("crosswise.admin.user=ada", "crosswise.admin.password=first-password")) {
            assertThat(second.getBean(IdentityService.class).checkPassword("ada", "second-password")).isTrue();
            rights = second.getBean(AuthorizationService.class).createAuthorizationQuery().count();
            assertThat(second.getBean(FilterService.class).createFilterQuery().count()).isEqualTo(5);
        }
        try (ConfigurableApplicationContext third = start()) {
            assertThat(third.getBean(AuthorizationService.class).createAuthorizationQuery().count()).isEqualTo(rights);
        }
    }

    private static User changed(IdentityService identity) {
        User ada = identity.createUserQuery().userId("ada").singleResult();
        ada.setPassword("second-password");
        return ada;
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(EngineIT.Application.class)
                .properties("logging.level.root=off")
                .run(Stream.concat(
                                Stream.of(
                                        "spring.datasource.url=" + database,
                                        "server.port=0",
                                        "camunda.bpm.job-execution.enabled=false",
                                        "camunda.bpm.webapp.enabled=false",
                                        "camunda.bpm.auto-deployment-enabled=false"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }
}
