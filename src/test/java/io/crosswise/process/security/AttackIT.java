package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.process.EngineIT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends the attack of CVE-2026-109432 to every door; the code it carries leaves a mark when it runs. */
@EngineIT
class AttackIT {
    private static final String MARK = "crosswise.attacked";
    private static final String CODE = "${''.getClass().forName('java.lang.System')"
            + ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '" + MARK + "', 'yes')}";

    @Autowired
    TestRestTemplate http;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    HistoryService history;

    @AfterEach
    void noCodeRan() {
        assertThat(System.getProperty(MARK)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"CODE\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"CODE\"}]}",
                "{\"orQueries\":[{\"assigneeE\\u0078pression\":\"CODE\"}]}",
                "{\"a\":{\"b\":[{\"c\":{\"ASSIGNEEEXPRESSION\":\"CODE\"}}]}}",
                "{\"orQueries\":[{\"taskAssignee\":\"x\",\"assigneeExpression\":\"CODE\",\"assigneeExpression\":\"x\"}]}",
                "{} {\"assigneeExpression\":\"CODE\"}",
            })
    void engineRestRefusesExpressionsInAnyDisguise(String body) {
        for (String path : List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/filter/create")) {
            ResponseEntity<String> answer = post("admin", path, body.replace("CODE", CODE), MediaType.APPLICATION_JSON);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer.getBody()).contains("urn:crosswise:problem:expression-refused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task?assigneeExpression=x", "/engine-rest/task?unassigned=true&assignee%45xpression=x"})
    void engineRestRefusesExpressionsInTheQueryString(String uri) {
        ResponseEntity<String> answer = http.withBasicAuth("manager", "manager")
                .getForEntity(URI.create(http.getRootUri() + uri), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("urn:crosswise:problem:expression-refused");
    }

    @Test
    void aBodyOfAnotherEncodingOrWithoutATypeIsReadToo() {
        byte[] utf16 = "{\"orQueries\":[{\"assigneeExpression\":\"x\"}]}".getBytes(StandardCharsets.UTF_16BE);
        for (MediaType type : new MediaType[] {MediaType.APPLICATION_JSON, MediaType.valueOf("application/hal+json"), null}) {
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(type);
            headers.setBasicAuth("manager", "manager");
            ResponseEntity<String> answer =
                    http.exchange("/engine-rest/task", HttpMethod.POST, new HttpEntity<>(utf16, headers), String.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void whatTheParserCannotReadNobodyBehindItReads() {
        ResponseEntity<String> answer = post("manager", "/engine-rest/task", "{'assigneeExpression': 1", MediaType.APPLICATION_JSON);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("urn:crosswise:problem:malformed-json");
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        String body = "{\"name\":\"" + "x".repeat(ExpressionDoor.LONGEST) + "\"}";
        assertThat(post("manager", "/engine-rest/task", body, MediaType.APPLICATION_JSON).getStatusCode())
                .isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @Test
    void anOrdinaryQueryPasses() {
        ResponseEntity<String> answer = post(
                "manager", "/engine-rest/task", "{\"orQueries\":[{\"assignee\":\"manager\",\"unassigned\":true}]}", MediaType.APPLICATION_JSON);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/engine/engine/default/task", "/camunda/api/cockpit/plugin/base/default/process-instance"})
    void theWebappsApiRefusesExpressionsEvenWithTheirOwnToken(String path) {
        Browser admin = new Browser(http);
        admin.logIn("admin");
        String token = admin.webappToken();
        ResponseEntity<String> harmless = admin.postJson(path, "{}", Map.of("X-XSRF-TOKEN", token));
        assertThat(harmless.getStatusCode()).as(harmless.toString()).isEqualTo(HttpStatus.OK);

        ResponseEntity<String> answer = admin.postJson(
                path, "{\"orQueries\":[{\"assigneeExpression\":\"" + CODE + "\"}]}", Map.of("X-XSRF-TOKEN", token));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("urn:crosswise:problem:expression-refused");
    }

    @Test
    void theEngineItselfRefusesExpressionsInsideOr() {
        refused(() -> tasks.createTaskQuery().taskAssigneeExpression(CODE).list());
        refused(() -> hidden().list());
        refused(() -> hidden().count());
        refused(() -> hidden().singleResult());
    }

    @Test
    void commandsThatCarryAQueryAreSearchedToo() {
        HistoricProcessInstanceQuery query = history.createHistoricProcessInstanceQuery().or().processInstanceBusinessKey("x").endOr();
        ((AbstractQuery<?, ?>) ((HistoricProcessInstanceQueryImpl) query).getQueries().get(1)).addExpression("startedBy", CODE);
        refused(() -> history.deleteHistoricProcessInstancesAsync(query, "no reason"));
        refused(() -> history.setRemovalTimeToHistoricProcessInstances().clearedRemovalTime().byQuery(query).executeAsync());
    }

    @Test
    void aFilterWithAnExpressionIsNeitherStoredNorUsed() {
        Filter filter = filters.newTaskFilter("attack").setQuery(hidden());
        refused(() -> filters.saveFilter(filter));
        String stored = filters.saveFilter(filters.newTaskFilter("harmless").setQuery(tasks.createTaskQuery())).getId();
        refused(() -> filters.list(stored, hidden()));
        filters.deleteFilter(stored);
    }

    private TaskQuery hidden() {
        return tasks.createTaskQuery().or().taskName("x").taskAssigneeExpression(CODE).endOr();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(BadUserRequestException.class).hasMessageContaining("Expressions are not accepted");
    }

    private ResponseEntity<String> post(String user, String path, String body, MediaType type) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        headers.setBasicAuth(user, user);
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }
}
