package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.process.EngineIT;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineIT
class LoginIT {
    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aNewcomer() {
        User user = identity.newUser("newcomer");
        user.setPassword("newcomer");
        identity.saveUser(user);
        identity.createMembership("newcomer", "manager");
    }

    @AfterEach
    void leaves() {
        identity.deleteUser("newcomer");
    }

    @Test
    void aBrowserIsSentToTheLoginPageAndBack() {
        Browser browser = new Browser(http);
        ResponseEntity<String> first = browser.page("/camunda/app/tasklist/default/");
        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(first.getHeaders().getLocation()).hasPath("/login");
        assertThat(browser.page("/login").getBody()).contains("<form", "_csrf");
        ResponseEntity<String> back = browser.logIn("manager");
        assertThat(back.getHeaders().getLocation()).hasPath("/camunda/app/tasklist/default/");
    }

    @Test
    void oneLoginOpensTasklistEngineRestAndTheApi() {
        Browser manager = new Browser(http);
        manager.logIn("manager");
        assertThat(manager.page("/camunda/app/tasklist/default/").getBody()).contains("Camunda Tasklist");
        assertThat(manager.get("/camunda/api/admin/auth/user/default").getBody()).contains("\"userId\":\"manager\"", "tasklist");
        assertThat(manager.get("/camunda/api/engine/engine/default/task").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(manager.get("/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(manager.get("/api/v1/kpis").getStatusCode()).as("behind the door is nothing here").isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void theWebappsOpenForTheirUsersOnly() {
        Browser manager = new Browser(http);
        manager.logIn("manager");
        assertThat(manager.page("/camunda/app/cockpit/default/").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(manager.page("/camunda/app/admin/default/").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        Browser integration = new Browser(http);
        integration.logIn("integration");
        assertThat(integration.page("/camunda/app/tasklist/default/").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(integration.get("/camunda/api/engine/engine/default/task").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        Browser admin = new Browser(http);
        admin.logIn("admin");
        assertThat(admin.page("/camunda/app/cockpit/default/").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/auth/user/default/login/tasklist", "/camunda/api/admin/setup/default/user/create"})
    void nobodyChangesIdentityInsideTheWebapps(String path) {
        Browser admin = new Browser(http);
        admin.logIn("admin");
        Map<String, String> token = Map.of("X-XSRF-TOKEN", admin.webappToken());
        assertThat(admin.postJson(path, "{}", token).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void leavingTheWebappsLeavesEverything() {
        Browser manager = new Browser(http);
        manager.logIn("manager");
        Map<String, String> token = Map.of("X-XSRF-TOKEN", manager.webappToken());
        assertThat(manager.postJson("/camunda/api/admin/auth/user/default/logout", "{}", token).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(manager.get("/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aSessionNeedsTheTokenOfThisSiteToChangeAnything() {
        Browser admin = new Browser(http);
        admin.logIn("admin");
        assertThat(admin.postJson("/engine-rest/message", "{}", Map.of()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(admin.postJson("/camunda/api/engine/engine/default/message", "{}", Map.of()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        admin.logIn("admin");
        admin.page("/swagger-ui/index.html");
        Map<String, String> token = Map.of("X-CSRF-TOKEN", admin.cookie("CSRF-TOKEN"));
        assertThat(admin.postJson("/engine-rest/message", "{}", token).getStatusCode())
                .as("passes the door; the engine misses the message's name")
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void passwordsABrowserRemembersAreNotEnoughForARequestOfAnotherSite() {
        Browser stranger = new Browser(http);
        Map<String, String> forged = Map.of(HttpHeaders.AUTHORIZATION, basic("admin"), "Sec-Fetch-Site", "cross-site");
        assertThat(stranger.postJson("/engine-rest/message", "{}", forged).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        Map<String, String> program = Map.of(HttpHeaders.AUTHORIZATION, basic("admin"));
        assertThat(stranger.postJson("/engine-rest/message", "{}", program).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void theSessionCookieIsHiddenFromScriptsAndOtherSites() {
        assertThat(new Browser(http).page("/camunda/app/tasklist/default/").getHeaders().get(HttpHeaders.SET_COOKIE))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void answersCarryTheHeadersBrowsersProtectPeopleBy() {
        Browser manager = new Browser(http);
        manager.logIn("manager");
        for (String path : List.of("/login", "/swagger-ui/index.html", "/camunda/app/tasklist/default/", "/api/v1/kpis")) {
            HttpHeaders headers = manager.page(path).getHeaders();
            assertThat(headers.getFirst("Content-Security-Policy")).as(path).contains("default-src 'self'", "object-src 'none'");
            assertThat(headers.getFirst("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(headers.getFirst("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
        }
    }

    @Test
    void programsGetNoSession() {
        ResponseEntity<String> answer = http.withBasicAuth("newcomer", "newcomer").getForEntity("/engine-rest/task", String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getHeaders().get(HttpHeaders.SET_COOKIE)).isNull();
    }

    @Test
    void aNewPasswordCountsAtOnce() {
        assertThat(tasksOf("newcomer", "newcomer")).isEqualTo(HttpStatus.OK);
        User user = identity.createUserQuery().userId("newcomer").singleResult();
        user.setPassword("changed");
        identity.saveUser(user);
        assertThat(tasksOf("newcomer", "changed")).isEqualTo(HttpStatus.OK);
        assertThat(tasksOf("newcomer", "newcomer")).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void whoLosesAGroupLosesItInTheRunningSession() {
        Browser newcomer = new Browser(http);
        newcomer.logIn("newcomer");
        assertThat(newcomer.get("/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(newcomer.get("/camunda/api/engine/engine/default/task").getStatusCode()).isEqualTo(HttpStatus.OK);
        identity.deleteMembership("newcomer", "manager");
        assertThat(newcomer.get("/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(newcomer.get("/camunda/api/engine/engine/default/task").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void passwordsAreStoredSlowly() {
        assertThat(jdbc.sql("SELECT pwd_ FROM act_id_user WHERE id_ = 'newcomer'").query(String.class).single())
                .startsWith("{BCRYPT-SHA256}$2a$10$");
    }

    private HttpStatusCode tasksOf(String user, String password) {
        return http.withBasicAuth(user, password).getForEntity("/engine-rest/task", String.class).getStatusCode();
    }

    private static String basic(String user) {
        return "Basic " + HttpHeaders.encodeBasicAuth(user, user, null);
    }
}
