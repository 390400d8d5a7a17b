package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.process.Diagrams;
import io.crosswise.process.EngineIT;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@EngineIT
class EngineRestIT {
    @Autowired
    TestRestTemplate http;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void deploy() {
        repository.createDeployment()
                .addModelInstance("trigger.bpmn", Diagrams.waitingFor("manager", "trigger"))
                .addModelInstance("inside.bpmn", Diagrams.step("inside"))
                .addModelInstance("caller.bpmn", Diagrams.calling("inside", "caller"))
                .deploy();
    }

    @AfterEach
    void leaveNothing() {
        repository.createDeploymentQuery().list().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void integrationStartsTriggersByMessageAndByKey() {
        assertThat(post("integration", "/message", Map.of("messageName", "trigger")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post("integration", "/process-definition/key/trigger/start", Map.of()).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("trigger").count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration", "admin"})
    void aStepOfOthersCannotBeStartedFromOutside(String user) {
        ResponseEntity<String> answer = post(user, "/process-definition/key/inside/start", Map.of());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("Process inside cannot be started from outside");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void aForgedMarkerOpensNothing() {
        Map<String, Object> forged = Map.of("variables", Map.of(
                "internalStart", Map.of("value", "io.crosswise.process.engine.InternalStart", "type", "String", "valueInfo", Map.of("transient", true))));
        assertThat(post("integration", "/process-definition/key/inside/start", forged).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aStepIsReachedThroughTheProcessThatCallsIt() {
        assertThat(post("integration", "/message", Map.of("messageName", "caller")).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("inside").count()).isEqualTo(1);
    }

    @Test
    void ourOwnCodeStartsAStep() {
        assertThat(runtime.startProcessInstanceByKey("inside").isEnded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration", "admin"})
    void noProcessStartsInItsMiddle(String user) {
        Map<String, Object> body = Map.of(
                "skipCustomListeners", true, "startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "work")));
        ResponseEntity<String> answer = post(user, "/process-definition/key/trigger/start", body);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("cannot be started in its middle");
    }

    @Test
    void aTaskIsSeenAndCompletedByItsCandidatesOnly() {
        runtime.startProcessInstanceByMessage("trigger");
        Task task = tasks.createTaskQuery().singleResult();

        assertThat(get("agent", "/task").getBody()).isEqualTo("[]");
        assertThat(get("agent", "/task/" + task.getId()).getStatusCode()).isNotEqualTo(HttpStatus.OK);
        assertThat(post("agent", "/task/" + task.getId() + "/complete", Map.of()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(post("agent", "/task/" + task.getId() + "/claim", Map.of("userId", "agent")).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);

        assertThat(get("manager", "/task").getBody()).contains(task.getId());
        assertThat(post("manager", "/task/" + task.getId() + "/claim", Map.of("userId", "manager")).getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post("manager", "/task/" + task.getId() + "/complete", Map.of()).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(tasks.createTaskQuery().count()).isZero();
    }

    @Test
    void aCandidateCannotHandTheTaskToOthers() {
        runtime.startProcessInstanceByMessage("trigger");
        String task = tasks.createTaskQuery().singleResult().getId();
        assertThat(post("manager", "/task/" + task + "/assignee", Map.of("userId", "agent")).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(post("manager", "/task/" + task + "/identity-links", Map.of("groupId", "agent", "type", "candidate")).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(post("manager", "/task/create", Map.of("name", "mine")).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void everyGroupFindsItsTaskListReady() {
        for (String user : List.of("manager", "agent", "approver", "scientist")) {
            assertThat(get(user, "/filter").getBody()).containsOnlyOnce("my team's tasks").doesNotContain("All tasks");
        }
        runtime.startProcessInstanceByMessage("trigger");
        String filter = get("manager", "/filter?nameLike=Account%20managers%25").getBody().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(get("manager", "/filter/" + filter + "/list").getBody()).contains("\"name\":\"Work\"");
    }

    @Test
    void aListIsBoundedAndAnUnboundedWishRefused() {
        assertThat(get("manager", "/task").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(get("manager", "/task?maxResults=100000").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    private ResponseEntity<String> get(String user, String path) {
        return http.withBasicAuth(user, user).getForEntity(URI.create(http.getRootUri() + "/engine-rest" + path), String.class);
    }

    private ResponseEntity<String> post(String user, String path, Map<String, Object> body) {
        return http.withBasicAuth(user, user).postForEntity("/engine-rest" + path, body, String.class);
    }
}
