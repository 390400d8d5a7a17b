package io.crosswise.process.erase;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.evidence.SealLog;
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
            shop.admit(aCustomer().withId(id).build());
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
        assertThat(tablesThatName(customer)).contains("decision.decision", "trigger.inbox", "channel.touch", "public.act_ru_variable");

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
