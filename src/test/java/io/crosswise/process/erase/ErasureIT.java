package io.crosswise.process.erase;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.evidence.SealLog;
import io.crosswise.shared.ChannelCode;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person asks to be forgotten after an offer was sent and answered to, while another trigger still waits. */
@CrosswiseIT
@Import(Shop.class)
class ErasureIT {
    /** What has to stay, so that the person's refusal holds. */
    private static final List<String> KEPT = List.of("customer.customer", "customer.consent_change");

    /** What stays of a decision; the record is cut to its impersonal part. */
    private static final List<String> KEPT_OF_A_DECISION = List.of(
            "decision_id", "trigger_id", "trigger_type", "customer_id", "market", "segment", "decided_at", "outcome", "offer_code",
            "channel", "process_instance_id", "supersedes", "record", "personal_sha256", "erased_at");

    private static final AtomicInteger EVENTS = new AtomicInteger();

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SealLog sealLog;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Value("${crosswise.channel.outbox}")
    Path outbox;

    private String customer;
    private String decision;

    @BeforeEach
    void anOfferIsSentAndLookedAt() {
        for (String event : IntStream.range(0, 9).mapToObj(n -> "erase-" + EVENTS.incrementAndGet()).toList()) {
            String id = "ME-" + event;
            shop.admit(aCustomer().withId(id).answering(ChannelCode.SMS, false).build());
            JsonNode decided = shop.trigger(EVENTS.get() + "-first", "promotion-end", id, "{\"priceAfter\":77}").getBody();
            if (decided.get("outcome").asText().equals("OFFER") && decided.at("/channel/code").asText().equals("EMAIL")) {
                customer = id;
                decision = decided.get("decisionId").asText();
                break;
            }
        }
        assertThat(customer).as("a customer who gets an offer by e-mail").isNotNull();
        jobs.createJobQuery().listPage(0, 500).stream().filter(this::isOurs).map(Job::getId).forEach(jobs::executeJob);
        assertThat(outbox.resolve(decision + ".email.eml")).exists();
        shop.respond(EVENTS.get() + "-seen", decision, "CLICKED");
        shop.exchange("integration", HttpMethod.POST, "/api/v1/triggers", """
                {"specversion":"1.0","id":"%2$d-later","source":"/crm","type":"promotion-end","subject":"%1$s"}"""
                .formatted(customer, EVENTS.get()), Map.of("Prefer", "respond-async"));
    }

    private boolean isOurs(Job job) {
        return job.getProcessInstanceId() != null
                && runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .variableValueEquals("decisionId", decision)
                        .count()
                == 1;
    }

    @Test
    void nothingInTheDatabaseLeadsToThePersonAnyMore() {
        jdbc.sql("INSERT INTO replay.run (run_id, state, against, selection, decisions, started_by, started_at) VALUES (?, 'DONE', 'STORED', '{}', 1, 'marketer', now())")
                .param("R-" + decision)
                .update();
        jdbc.sql("INSERT INTO replay.example VALUES (?, ?, to_json(?::text))")
                .params("R-" + decision, decision, "what differs about " + customer)
                .update();
        assertThat(tablesThatName(customer)).contains("replay.example", "decision.decision", "trigger.inbox", "channel.touch", "public.act_ru_variable");

        assertThat(erase()).isEqualTo(204);

        assertThat(tablesThatName(customer)).isSubsetOf(KEPT);
        assertThat(outbox.resolve(decision + ".email.eml")).doesNotExist();
        assertThat(erase()).as("again").isEqualTo(204);
    }

    @Test
    void theDecisionStaysWithoutThePersonAndTheLogStillHolds() {
        sealLog.seal();
        erase();
        sealLog.seal();

        JsonNode shown = shop.get("marketer", "/api/v1/decisions/" + decision).getBody();
        assertThat(shown.get("erased").asBoolean()).isTrue();
        assertThat(shown.get("state").asText()).isEqualTo("CANCELLED");
        assertThat(shown.at("/offer/code").asText()).isNotEmpty();
        assertThat(shown.get("customerId").asText()).startsWith("erased:");
        assertThat(shown.has("outlook")).isFalse();
        assertThat(shown.get("candidates")).isEmpty();

        JsonNode verified = shop.get("marketer", "/api/v1/decision-log/verification").getBody();
        assertThat(verified.get("findings")).isEmpty();
        assertThat(verified.get("intact").asBoolean()).isTrue();
        assertThat(verified.at("/unsealedTail/rows").isNumber()).isTrue();

        ResponseEntity<JsonNode> behind = shop.get("marketer", "/api/v1/decision-log/verification?from=999999999");
        assertThat(behind.getStatusCode().value()).as("nobody looked at anything").isEqualTo(400);
        assertThat(behind.getBody().get("detail").asText()).contains("the log ends at");
    }

    @Test
    void noColumnOfTheDecisionKeepsMoreThanIsListed() {
        assertThat(filledColumns("decision.decision")).contains("suppressed", "experiments", "input", "expected_value");
        jdbc.sql("""
                        INSERT INTO decision.waiting (decision_id, customer_id, channel, since, until, expected_value)
                        VALUES (?, ?, 'EMAIL', now(), now(), 12.34)""")
                .params(decision, customer)
                .update();

        erase();

        assertThat(filledColumns("decision.decision")).isSubsetOf(KEPT_OF_A_DECISION);
        assertThat(filledColumns("decision.waiting"))
                .containsExactlyInAnyOrder("decision_id", "customer_id", "channel", "since", "until", "ended_at");
    }

    @Test
    void thePersonIsUnknownFromThenOn() {
        erase();

        assertThat(shop.get("marketer", "/api/v1/customers/" + customer).getStatusCode().value()).isEqualTo(404);
        assertThat(shop.trigger(EVENTS.get() + "-again", "promotion-end", customer, "{}").getStatusCode().value()).isEqualTo(422);
        assertThat(shop.respond(EVENTS.get() + "-late", decision, "ACCEPTED").getBody().get("state").asText()).isEqualTo("PARKED");
        assertThat(shop.get("marketer", "/api/v1/decisions/" + decision + "/contributions?model=churn").getStatusCode().value())
                .isEqualTo(410);
        assertThat(shop.exchange("admin", HttpMethod.DELETE, "/api/v1/customers/NEVER-SEEN/personal-data", null, Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private List<String> filledColumns(String table) {
        return jdbc.sql("SELECT c.key FROM " + table
                        + " t, json_each(row_to_json(t)) c WHERE t.decision_id = ? AND json_typeof(c.value) <> 'null'")
                .param(decision)
                .query(String.class)
                .list();
    }

    private int erase() {
        return shop.exchange("admin", HttpMethod.DELETE, "/api/v1/customers/" + customer + "/personal-data", null, Map.of())
                .getStatusCode()
                .value();
    }

    /** Looks at every row of every table but those of models and diagrams. */
    private List<String> tablesThatName(String text) {
        return jdbc
                .sql("""
                        SELECT table_schema || '.' || table_name FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                          AND table_name NOT IN ('model_version', 'act_ge_bytearray', 'catalogue')""")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql("SELECT EXISTS (SELECT FROM " + table + " t WHERE strpos(t::text, ?) > 0)")
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
