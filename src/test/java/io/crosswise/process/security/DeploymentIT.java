package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.process.Diagrams;
import io.crosswise.process.EngineIT;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@EngineIT
class DeploymentIT {
    private static final String PROCESS = Bpmn.convertToString(Diagrams.step("smuggled"));
    private static final String TABLE = Diagrams.table("plain", "\"yes\"");
    private static final String FORM =
            "{\"id\":\"plain\",\"type\":\"default\",\"schemaVersion\":16,\"executionPlatform\":\"Camunda Platform\",\"components\":[]}";

    @Autowired
    TestRestTemplate http;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @AfterEach
    void leaveNothing() {
        identity.clearAuthentication();
        repository.createDeploymentQuery().list().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void marketersDeployTablesAndForms() {
        assertThat(deploy("marketer", Map.of("plain.dmn", TABLE, "plain.form", FORM)).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(repository.createDecisionDefinitionQuery().decisionDefinitionKey("plain").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"smuggled.bpmn", "smuggled.bpmn20.xml", "script.groovy", "page.html", "case.cmmn", "plain.dmn11.xml", "x.DMN.bpmn",
                "noextension", "form.form.js"})
    void anythingElseInAMarketersArchiveIsRefusedAsAWhole(String file) {
        Map<String, String> files = new LinkedHashMap<>(Map.of("plain.dmn", TABLE));
        files.put(file, PROCESS);

        ResponseEntity<String> answer = deploy("marketer", files);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("Marketers deploy decision tables (.dmn) and forms (.form) only", file);
        assertThat(repository.createDeploymentQuery().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketer", "admin"})
    void nobodyDeploysForATenant(String user) {
        ResponseEntity<String> answer = deploy(user, Map.of("plain.dmn", TABLE), "north");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("take the tenant id \\\"north\\\" out");
        assertThat(repository.createDeploymentQuery().count()).isZero();
    }

    @Test
    void administratorsDeployProcesses() {
        assertThat(deploy("admin", Map.of("smuggled.bpmn", PROCESS)).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("smuggled").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"integration", "manager", "agent", "approver", "scientist"})
    void nobodyElseDeploys(String user) {
        assertThat(deploy(user, Map.of("plain.dmn", TABLE)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        identity.setAuthentication(user, List.of(user));
        assertThatThrownBy(() -> repository.createDeployment().addString("plain.dmn", TABLE).deploy())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("Only administrators and marketers may deploy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "javascript", "juel", "JavaScript", "python", " groovy "})
    void noTableSpeaksAnythingButFeel(String language) {
        String table = Diagrams.table("plain", "1", "expressionLanguage=\"" + language + "\"");
        for (String user : List.of("marketer", "admin")) {
            ResponseEntity<String> answer = deploy(user, Map.of("plain.dmn", table));
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody()).contains("only FEEL is accepted");
        }
        assertThat(repository.createDeploymentQuery().count()).isZero();
    }

    @Test
    void aLanguageNamedForTheWholeFileIsFoundToo() {
        String table = TABLE.replace("namespace=\"test\"", "namespace=\"test\" expressionLanguage=\"groovy\"");
        assertThat(deploy("marketer", Map.of("plain.dmn", table)).getBody()).contains("only FEEL is accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feel", "FEEL", "https://www.omg.org/spec/DMN/20191111/FEEL/"})
    void feelByItsNamesPasses(String language) {
        String table = Diagrams.table("plain", "\"yes\"", "expressionLanguage=\"" + language + "\"");
        assertThat(deploy("marketer", Map.of("plain.dmn", table)).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void hostileOrBrokenXmlIsRefusedWithASentence() {
        String doctype = TABLE.replace("<definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<definitions");
        assertThat(deploy("marketer", Map.of("plain.dmn", doctype)).getBody()).contains("remove the DOCTYPE line");
        assertThat(deploy("marketer", Map.of("plain.dmn", "<definitions")).getBody()).contains("not well-formed XML");
    }

    @Test
    void marketersDoNotDeployOldFilesAgain() {
        Deployment old = repository.createDeployment().addString("smuggled.bpmn", PROCESS).deploy();
        assertThat(http.withBasicAuth("marketer", "marketer")
                        .postForEntity("/engine-rest/deployment/" + old.getId() + "/redeploy", Map.of(), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        identity.setAuthentication("marketer", List.of("marketer"));
        assertThatThrownBy(() -> repository.createDeployment().addDeploymentResources(old.getId()).deploy())
                .isInstanceOf(BadUserRequestException.class);
    }

    private ResponseEntity<String> deploy(String user, Map<String, String> files) {
        return deploy(user, files, null);
    }

    private ResponseEntity<String> deploy(String user, Map<String, String> files, String tenant) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "test");
        if (tenant != null) {
            parts.add("tenant-id", tenant);
        }
        files.forEach((name, content) -> parts.add(name, new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        return http.withBasicAuth(user, user).postForEntity("/engine-rest/deployment/create", parts, String.class);
    }
}
