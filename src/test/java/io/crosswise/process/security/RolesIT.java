package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.process.EngineIT;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@EngineIT
class RolesIT {
    private static final List<String> NOBODY = List.of("-");

    @Autowired
    TestRestTemplate http;

    /** Rooms are not loaded here: who may pass finds nothing behind the door (404), everybody else is refused (403). */
    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/triggers,                            integration admin",
        "GET,    /api/v1/triggers/T-1,                        integration admin",
        "POST,   /api/v1/responses,                           integration admin",
        "GET,    /tmf-api/recommendationManagement/v4/any,    integration admin",
        "GET,    /api/v1/decisions,                           marketer manager agent admin",
        "GET,    /api/v1/suppressed-contacts,                 marketer agent admin",
        "GET,    /api/v1/decisions/D-1,                       marketer manager agent admin",
        "POST,   /api/v1/decisions/D-1/replay,                marketer admin",
        "GET,    /api/v1/replays/R-1,                         marketer admin",
        "DELETE, /api/v1/replays/R-1,                         marketer admin",
        "GET,    /api/v1/customers,                           marketer manager agent admin",
        "GET,    /api/v1/customers/C-1,                       marketer manager agent admin",
        "GET,    /api/v1/customers/C-1/offers,                integration marketer manager agent admin",
        "PUT,    /api/v1/customers/C-1/consents,              integration manager agent admin",
        "DELETE, /api/v1/customers/C-1/personal-data,         admin",
        "POST,   /api/v1/imports,                             admin",
        "PUT,    /api/v1/catalog,                             admin",
        "GET,    /api/v1/models,                              scientist marketer admin",
        "POST,   /api/v1/models,                              scientist admin",
        "POST,   /api/v1/models/churn/versions/1/promote,     scientist admin",
        "POST,   /api/v1/models/churn/rollback,               scientist admin",
        "GET,    /api/v1/substitutions,                       scientist marketer admin",
        "POST,   /api/v1/substitutions/learn,                 scientist admin",
        "POST,   /api/v1/models/churn/score,                  scientist admin",
        "GET,    /api/v1/experiments,                         marketer scientist admin",
        "GET,    /api/v1/experiments/tv/results,              marketer scientist admin",
        "POST,   /api/v1/experiments/tv/start,                marketer admin",
        "GET,    /api/v1/batch-scores/B-1,                    scientist marketer admin",
        "POST,   /api/v1/batch-scores,                        scientist admin",
        "GET,    /api/v1/rules,                               marketer admin",
        "PUT,    /api/v1/rules/eligibility,                   marketer admin",
        "POST,   /api/v1/rules/eligibility/rollback,          marketer admin",
        "DELETE, /api/v1/rules/eligibility,                   -",
        "GET,    /rules/eligibility,                          marketer admin",
        "GET,    /api/v1/decision-log/verification,           marketer admin",
        "GET,    /api/v1/opportunity-costs,                   marketer admin",
        "GET,    /api/v1/attributions,                        marketer manager admin",
        "GET,    /api/v1/kpis,                                marketer manager admin",
        "GET,    /actuator/nothing,                           admin",
        "GET,    /api/v1/unheard-of,                          -",
        "PATCH,  /api/v1/decisions/D-1,                       -",
    })
    void onlyTheseRolesPass(HttpMethod method, String path, String roles) {
        assertThat(whoGets(HttpStatus.NOT_FOUND, method, path, null)).isEqualTo(asSet(roles));
        assertThat(whoGets(HttpStatus.FORBIDDEN, method, path, null)).isEqualTo(everyoneBut(roles));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /engine-rest/task,                     manager agent approver scientist admin",
        "GET,  /engine-rest/external-task,            integration admin",
        "GET,  /engine-rest/filter,                   manager agent approver scientist admin",
        "GET,  /engine-rest/decision-definition,      marketer admin",
        "GET,  /engine-rest/deployment,               marketer admin",
        "GET,  /engine-rest/process-instance,         admin",
        "GET,  /engine-rest/user,                     admin",
        "GET,  /engine-rest/engine/default/task,      admin",
        "GET,  /engine-rest/version,                  integration marketer manager agent approver scientist admin",
        "GET,  /v3/api-docs,                          integration marketer manager agent approver scientist admin",
        "GET,  /actuator/metrics,                     admin",
    })
    void onlyTheseRolesRead(HttpMethod method, String path, String roles) {
        assertThat(whoGets(HttpStatus.OK, method, path, null)).isEqualTo(asSet(roles));
        assertThat(whoGets(HttpStatus.FORBIDDEN, method, path, null)).isEqualTo(everyoneBut(roles));
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/message,                                integration scientist admin",
        "/engine-rest/process-definition/key/nothing/start,   integration admin",
        "/engine-rest/process-instance/nothing/modification,  admin",
        "/engine-rest/task/nothing/complete,                  manager agent approver scientist admin",
    })
    void onlyTheseRolesReachTheEngineWith(String path, String roles) {
        assertThat(whoGets(HttpStatus.FORBIDDEN, HttpMethod.POST, path, "{}")).isEqualTo(everyoneBut(roles));
    }

    @Test
    void healthIsAnonymousAndSaysNothingButTheStatus() {
        ResponseEntity<String> health = http.getForEntity("/actuator/health", String.class);
        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(health.getBody()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/decisions", "/engine-rest/task", "/engine-rest/version", "/camunda/api/engine/engine/default/task",
        "/v3/api-docs", "/actuator/info", "/tmf-api/x", "/unheard-of"})
    void withoutALoginAProblemSaysHowToLogIn(String path) {
        ResponseEntity<String> refused = http.getForEntity(path, String.class);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
        assertThat(refused.getBody()).contains("\"type\":\"urn:crosswise:problem:unauthorized\"", "\"status\":401");
        assertThat(refused.getHeaders().get(HttpHeaders.SET_COOKIE)).as("a refused program gets no session").isNull();
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(http.withBasicAuth("admin", "wrong").getForEntity("/actuator/info", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aWrongRoleIsToldSoAsAProblem() {
        ResponseEntity<String> refused = http.withBasicAuth("agent", "agent").getForEntity("/api/v1/kpis", String.class);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getBody()).contains("\"type\":\"urn:crosswise:problem:forbidden\"");
    }

    private Set<String> whoGets(HttpStatus status, HttpMethod method, String path, String body) {
        Set<String> users = new TreeSet<>();
        for (Role role : Role.values()) {
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_JSON);
            HttpStatus answer = HttpStatus.resolve(http.withBasicAuth(role.group(), role.group())
                    .exchange(path, method, new HttpEntity<>(body, headers), String.class)
                    .getStatusCode()
                    .value());
            if (answer == status) {
                users.add(role.group());
            }
        }
        return users;
    }

    private static Set<String> asSet(String roles) {
        Set<String> set = new TreeSet<>(List.of(roles.trim().split(" ")));
        set.removeAll(NOBODY);
        return set;
    }

    private static Set<String> everyoneBut(String roles) {
        Set<String> others = new TreeSet<>(Arrays.stream(Role.values()).map(Role::group).toList());
        others.removeAll(asSet(roles));
        return others;
    }
}
