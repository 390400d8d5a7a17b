package io.crosswise.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A business user changes a table through both doors. */
@CrosswiseIT
@Import(Shop.class)
class RulesIT {
    private static final String RULE = "/api/v1/rules/approval";

    @Autowired
    TestRestTemplate http;

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @Autowired
    DeployedTables deployed;

    @Autowired
    TableChanges changes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final Set<String> before = new HashSet<>();

    @BeforeEach
    void remember() {
        before.addAll(deployments());
    }

    @AfterEach
    void putBack() {
        deployments().stream().filter(id -> !before.contains(id)).forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void everyTableAndRuleFileIsListedWithWhoBroughtIt() {
        JsonNode items = get("/api/v1/rules?size=200").get("items");
        assertThat(items).extracting(item -> item.get("name").asText()).contains("approval", "eligibility", "cannibalisation.drl");
        assertThat(items).filteredOn(item -> item.get("name").asText().equals("approval")).singleElement().satisfies(item -> {
            assertThat(item.at("/state/kind").asText()).isEqualTo("PACKAGED");
            assertThat(item.at("/state/who").asText()).isEqualTo("crosswise");
            assertThat(item.has("draft")).isFalse();
        });
        assertThat(http.withBasicAuth("marketer", "marketer").getForObject("/api/v1/rules/cannibalisation.drl", String.class)).contains("rule \"");
    }

    @Test
    void aNewTableDecidesAtOnceAndOneCallGoesBack() {
        assertThat(role(12.0)).isEqualTo("approver");
        ResponseEntity<JsonNode> put = put(file().replace("&gt; 10<", "&gt; 15<"), "?reason=Ten was too strict", null);
        assertThat(put.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(role(12.0)).isNull();

        int version = put.getBody().at("/now/version").asInt();
        JsonNode diff = get(RULE + "/diff");
        assertThat(diff.get("summary").asText()).isEqualTo("1 row changed.");
        assertThat(diff.at("/changed/0/cells/0/before").asText()).isEqualTo("> 10");
        assertThat(diff.at("/changed/0/cells/0/after").asText()).isEqualTo("> 15");
        JsonNode newest = get(RULE + "/versions").at("/items/0");
        assertThat(newest.get("who").asText()).isEqualTo("marketer");
        assertThat(newest.get("reason").asText()).isEqualTo("Ten was too strict");

        ResponseEntity<JsonNode> back = send(HttpMethod.POST, RULE + "/rollback", "{\"reason\":\"It was right\"}");
        assertThat(back.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(back.getBody().at("/now/kind").asText()).isEqualTo("ROLLED_BACK");
        assertThat(back.getBody().at("/now/version").asInt()).isEqualTo(version + 1);
        assertThat(role(12.0)).isEqualTo("approver");
        assertThat(get(RULE + "/diff?from=" + (version - 1) + "&to=" + (version + 1)).get("summary").asText()).isEqualTo("Nothing changes.");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        ResponseEntity<JsonNode> same = put(file(), "", null);
        assertThat(same.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(same.getBody().get("changed").asBoolean()).isFalse();
    }

    @Test
    void whoStartedFromAnotherVersionIsTold() {
        String changed = file().replace("&gt; 10<", "&gt; 15<");
        assertThat(put(changed, "", "\"0000\"").getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        String tag = http.withBasicAuth("marketer", "marketer").getForEntity(RULE, String.class).getHeaders().getETag();
        assertThat(put(changed, "", tag).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void theDeployButtonOfTheModelerMeetsTheSameGate() {
        ResponseEntity<String> refused = deploy(file().replace("customer.market", "customer.markt"));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getBody()).contains("is refused", "Did you mean \\\"market\\\"?");
        ResponseEntity<JsonNode> problem = put(file().replace("customer.market", "customer.markt"), "", null);
        assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(problem.getBody().get("type").asText()).isEqualTo("urn:crosswise:problem:refused-table");
        assertThat(problem.getBody().at("/complaints/0/code").asText()).isEqualTo("UNKNOWN_INPUT");

        assertThat(deploy(file().replace("&gt; 10<", "&gt; 15<")).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(role(12.0)).isNull();
        JsonNode newest = get(RULE + "/versions").at("/items/0");
        assertThat(newest.get("kind").asText()).isEqualTo("DEPLOYED");
        assertThat(newest.get("who").asText()).isEqualTo("marketer");
        assertThat(newest.get("reason").asText()).isEqualTo("fifteen is enough");
    }

    @Test
    void theModelersDoorWaitsForItsTurnLikeEveryOther() {
        String changed = file().replace("&gt; 10<", "&gt; 15<");
        int before = deployed.latest("approval").orElseThrow().version();

        CompletableFuture<ResponseEntity<String>> modeler = changes.exclusively(() -> {
            CompletableFuture<ResponseEntity<String>> sent = CompletableFuture.supplyAsync(() -> deploy(changed));
            await().atMost(Duration.ofSeconds(60)).until(() -> sent.isDone() || waitForTheirTurn() == 1);
            assertThat(sent).isNotDone();
            assertThat(deployed.latest("approval").orElseThrow().version()).isEqualTo(before);
            return sent;
        });

        assertThat(modeler.join().getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(deployed.latest("approval").orElseThrow().version()).isEqualTo(before + 1);
    }

    private long waitForTheirTurn() {
        return jdbc.sql("SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                        + " WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()")
                .query(Long.class)
                .single();
    }

    @Test
    void anUpgradeOffersItsTableBesideAPersonsAndItCanBeTaken() {
        put(file().replace("&gt; 10<", "&gt; 15<"), "", null);
        String newer = file().replace("&gt; 15<", "&gt; 20<");
        InstallPackaged upgrade = new InstallPackaged(
                () -> Map.of("approval", newer.getBytes(StandardCharsets.UTF_8)), deployed, changes, clock);

        assertThat(upgrade.install().drafts()).containsExactly("approval");
        assertThat(role(18.0)).isEqualTo("approver");
        JsonNode draft = get(RULE + "/drafts").at("/items/0");
        assertThat(draft.at("/diff/summary").asText()).isEqualTo("1 row changed.");
        assertThat(page("/rules")).contains("the product offers a newer one");
        assertThat(page("/rules/approval")).contains("The product offers a newer table", "&gt; 20");

        String path = RULE + "/drafts/" + draft.get("sha256").asText() + "/adopt";
        assertThat(send(HttpMethod.POST, path, "{\"reason\":\"Fine\"}").getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(role(18.0)).isNull();
        assertThat(send(HttpMethod.POST, path, "{}").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(RULE + "/drafts").get("total").asInt()).isZero();
    }

    @Test
    void whatWasChangedAndWhyIsNeverChanged() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE rules.change SET reason = 'x'").update()).hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM rules.change").update()).hasMessageContaining("never changed or removed");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : new String[] {"/api/v1/rules/nothing", RULE + "/versions/999", RULE + "/diff?from=998&to=999", RULE + "/drafts/abc"}) {
            assertThat(send(HttpMethod.GET, path, null).getStatusCode()).as(path).isEqualTo(HttpStatus.NOT_FOUND);
        }
        assertThat(page("/rules/nothing")).contains("There is no such table");
    }

    /** Null when nobody has to agree. */
    private String role(double discount) {
        return (String) decisions
                .evaluateDecisionTableByKey("approval", Map.of(
                        "customer", Map.of("market", "B2C"),
                        "offer", Map.of("discount", discount, "discountShare", 0.1)))
                .getSingleResult()
                .getEntryMap()
                .get("role");
    }

    private String file() {
        return http.withBasicAuth("marketer", "marketer").getForObject(RULE, String.class);
    }

    private String page(String path) {
        return http.withBasicAuth("marketer", "marketer")
                .exchange(RequestEntity.get(path).accept(MediaType.TEXT_HTML).build(), String.class)
                .getBody();
    }

    private JsonNode get(String path) {
        return send(HttpMethod.GET, path, null).getBody();
    }

    private ResponseEntity<JsonNode> put(String file, String query, String ifMatch) {
        RequestEntity.BodyBuilder request = RequestEntity.put(RULE + query).contentType(MediaType.APPLICATION_XML);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return http.withBasicAuth("marketer", "marketer").exchange(request.body(file), JsonNode.class);
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, String body) {
        RequestEntity.BodyBuilder request = RequestEntity.method(method, path).contentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth("marketer", "marketer")
                .exchange(body == null ? request.build() : request.body(body), JsonNode.class);
    }

    /** As Camunda Modeler sends it. */
    private ResponseEntity<String> deploy(String file) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "fifteen is enough");
        parts.add("deployment-source", "Camunda Modeler");
        parts.add("deploy-changed-only", "true");
        parts.add("approval.dmn", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "approval.dmn";
            }
        });
        return http.withBasicAuth("marketer", "marketer").postForEntity("/engine-rest/deployment/create", parts, String.class);
    }

    private Set<String> deployments() {
        return repository.createDeploymentQuery().list().stream().map(Deployment::getId).collect(Collectors.toSet());
    }
}
