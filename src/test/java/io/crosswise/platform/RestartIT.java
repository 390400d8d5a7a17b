package io.crosswise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.testing.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo killed while a person is asked, and started again on the same folder. */
class RestartIT {
    @TempDir
    Path folder;

    @AfterEach
    void stopThePostgresOfAKilledProduct() throws IOException {
        if (Files.exists(postmaster())) {
            ProcessHandle.of(postgresProcess()).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void aKilledProductGoesOnWhereItWas() throws Exception {
        JsonNode waiting;
        long orphan;
        try (Product product = start()) {
            assertThat(setting("fsync")).isEqualTo("on");
            assertThat(setting("synchronous_commit")).isEqualTo("on");
            waiting = offerAwaitingApproval(product);
            orphan = postgresProcess();
            product.kill();
        }
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (Product product = start()) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(product.messages()).doesNotContain("Demo market loaded");
            assertThat(decision(product, waiting)).isEqualTo(waiting);
            assertThat(product.get("manager", "/api/v1/customers/" + waiting.get("customerId").asText()).get("market").asText())
                    .isEqualTo("EBU");

            JsonNode task = onlyTask(product, waiting);
            assertThat(approve(product, task).getStatusCode().value()).isEqualTo(204);
            assertThat(decision(product, waiting).get("state").asText()).isNotEqualTo("AWAITING_APPROVAL");

            product.stop();
            assertThat(product.messages()).doesNotContain("\tat ", "ERROR");
        }
        assertThat(postmaster()).doesNotExist();
    }

    private Product start() throws IOException {
        return Product.launch(folder, Map.of(), "--crosswise.data.directory=" + folder.resolve("data")).ready();
    }

    /** Some companies are not due for an offer, so it asks one after the other. */
    private static JsonNode offerAwaitingApproval(Product product) {
        return IntStream.rangeClosed(1, 30)
                .mapToObj("E-%06d"::formatted)
                .map(company -> product.post("integration", "/api/v1/triggers", """
                        {"specversion":"1.0","id":"site-of-%1$s","source":"/crm","type":"new-site","subject":"%1$s"}"""
                        .formatted(company)))
                .filter(answer -> answer.getStatusCode().value() == 201)
                .map(ResponseEntity::getBody)
                .map(made -> decision(product, made))
                .filter(decision -> decision.path("state").asText().equals("AWAITING_APPROVAL"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode decision(Product product, JsonNode made) {
        return product.get("manager", "/api/v1/decisions/" + made.get("decisionId").asText());
    }

    private static JsonNode onlyTask(Product product, JsonNode decision) {
        JsonNode tasks = product.get(
                "manager", "/engine-rest/task?processVariables=decisionId_eq_" + decision.get("decisionId").asText());
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private static ResponseEntity<JsonNode> approve(Product product, JsonNode task) {
        return product.post("manager", "/engine-rest/task/" + task.get("id").asText() + "/complete", """
                {"variables":{"answer":{"value":"APPROVE"},"discount":{"value":1.5,"type":"Double"}}}""");
    }

    private String setting(String name) throws IOException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setPortNumbers(new int[] {Integer.parseInt(postmasterLines().get(3).strip())});
        server.setUser("postgres");
        server.setDatabaseName("postgres");
        return JdbcClient.create(server).sql("SHOW " + name).query(String.class).single();
    }

    private long postgresProcess() throws IOException {
        return Long.parseLong(postmasterLines().get(0).strip());
    }

    private List<String> postmasterLines() throws IOException {
        return Files.readAllLines(postmaster());
    }

    private Path postmaster() {
        return folder.resolve("data/postgres/postmaster.pid");
    }
}
