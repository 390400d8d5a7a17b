package io.crosswise.process.decide;

import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.RunDecision;
import io.crosswise.decision.VersionGone;
import io.crosswise.decision.Versions;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A decision that is run again: the same record, and no trace. */
@CrosswiseIT
@Import(Shop.class)
class RunDecisionIT {
    @Autowired
    Shop shop;

    @Autowired
    RunDecision runDecision;

    @Autowired
    Decisions decisions;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    DataSource dataSource;

    @Autowired
    ObjectMapper json;

    private List<DecisionId> made;

    @BeforeEach
    void decide() {
        if (jdbc.sql("SELECT count(*) FROM customer.customer WHERE id LIKE 'RUN-%'").query(Long.class).single() == 0) {
            shop.admit(
                    aCustomer().withId("RUN-1").build(),
                    aCompany().withId("RUN-2").build(),
                    aStranger().withId("RUN-3").build(),
                    aCustomer().withId("RUN-4").former().build());
        }
        made = Stream.of("RUN-1", "RUN-2", "RUN-3", "RUN-4", "RUN-1")
                .map(customer -> shop.trigger(
                        "run-" + customer + "-" + System.nanoTime(),
                        customer.equals("RUN-2") ? "new-site" : "promotion-end",
                        customer,
                        "{}"))
                .map(answer -> new DecisionId(answer.getBody().get("decisionId").asText()))
                .toList();
    }

    @Test
    void theStoredInputGivesTheStoredRecordAndLeavesNoTrace() {
        Map<String, Long> before = rows();

        for (DecisionId id : made) {
            assertThat(content(run(id))).isEqualTo(content(decision(id)));
        }

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aTableDeployedAfterwardsJudgesOnlyWhatIsRunAgainstTheCurrentVersions() {
        DecisionId id = made.get(1);
        Deployment changed = deploy("segmentation", "EBU_SME", "EBU_STANDARD");
        try {
            assertThat(content(run(id))).isEqualTo(content(decision(id)));
            assertThat(runDecision.run(input(id), Versions.current()).rules())
                    .filteredOn(rule -> rule.name().equals("segmentation"))
                    .extracting(Fingerprint::sha256)
                    .doesNotContain(sha256(decision(id), "segmentation"));
        } finally {
            repository.deleteDeployment(changed.getId(), true);
        }
    }

    @Test
    void nothingButTheInputIsRead() throws Exception {
        DecisionId id = made.get(1);
        DecisionInput input = input(id);
        Decision decision = decision(id);
        runDecision.run(input, Versions.of(decision));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection locks = dataSource.getConnection()) {
            locks.setAutoCommit(false);
            lockEverythingOfOurs(locks);

            Future<Decision> again = thread.submit(() -> runDecision.run(input, Versions.of(decision)));

            assertThat(content(again.get(60, TimeUnit.SECONDS))).isEqualTo(content(decision));
            locks.rollback();
        } finally {
            thread.shutdownNow();
        }
    }

    /** Whoever reads one of these tables waits. */
    private void lockEverythingOfOurs(Connection locks) throws SQLException {
        List<String> tables = jdbc.sql("""
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')""")
                .query(String.class)
                .list();
        assertThat(tables).contains("customer.customer", "decision.decision", "catalog.catalogue");
        try (Statement statement = locks.createStatement()) {
            statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
        }
    }

    @Test
    void itMayBeRunInsideATransaction() {
        DecisionId id = made.get(0);
        Decision again = transaction.execute(status -> {
            Decision run = run(id);
            assertThat(status.isRollbackOnly()).isFalse();
            return run;
        });
        assertThat(content(again)).isEqualTo(content(decision(id)));
    }

    @Test
    void aVersionThatIsGoneIsNotReplacedByAnother() {
        Decision decision = decision(made.get(0));
        List<Fingerprint> rules = decision.rules().stream()
                .map(rule -> rule.name().equals("segmentation") ? new Fingerprint(rule.name(), "999", rule.sha256()) : rule)
                .toList();

        assertThatThrownBy(() -> runDecision.run(
                        input(made.get(0)), new Versions.Named(rules, decision.models(), decision.shadowScores(), false)))
                .isInstanceOf(VersionGone.class)
                .hasMessageContaining("segmentation");
    }

    private Decision run(DecisionId id) {
        return runDecision.run(input(id), Versions.of(decision(id)));
    }

    private Decision decision(DecisionId id) {
        return decisions.find(id).orElseThrow().decision();
    }

    private DecisionInput input(DecisionId id) {
        return decisions.input(id).orElseThrow();
    }

    private JsonNode content(Decision decision) {
        ObjectNode content = json.valueToTree(decision);
        content.remove("processInstanceId");
        return content;
    }

    private static String sha256(Decision decision, String table) {
        return decision.rules().stream().filter(rule -> rule.name().equals(table)).findFirst().orElseThrow().sha256();
    }

    private Deployment deploy(String table, String from, String to) {
        String file = new String(read("/dmn/" + table + ".dmn"));
        return repository.createDeployment().addString("dmn/" + table + ".dmn", file.replace(from, to)).deploy();
    }

    private byte[] read(String resource) {
        try (var stream = getClass().getResourceAsStream(resource)) {
            return stream.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Rows of every table there is, once nobody new waits for a segment; seals are put on by themselves. */
    private Map<String, Long> rows() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("SELECT count(*) FROM customer.customer WHERE segment IS NULL AND erased_at IS NULL").query(Long.class).single() == 0);
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("""
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'evidence')""")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(table, jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single()));
        return rows;
    }
}
