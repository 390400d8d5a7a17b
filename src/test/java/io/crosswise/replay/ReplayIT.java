package io.crosswise.replay;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.RegisterModel;
import io.crosswise.scoring.RollBackModel;
import io.crosswise.shared.Market;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.RandomCustomers;
import io.crosswise.testing.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions made at the door come out the same whatever has changed since, and today's rules may be asked about them. */
@CrosswiseIT
@Import(Shop.class)
class ReplayIT {
    private static final int CUSTOMERS = 40;
    private static final String MODEL = "payment-risk";
    private static final Map<String, String> ACCEPTED = Map.of("NO_REPORT", "Only to see a replay keep the model that decided");
    private static final String BY = "scientist";

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    RepositoryService repository;

    @Autowired
    Catalogues catalogues;

    @Autowired
    RegisterModel registerModel;

    @Autowired
    PromoteModel promoteModel;

    @Autowired
    RollBackModel rollBackModel;

    private static int promoted;

    /** Outcome by decision, each made on a customer of its own. */
    private final Map<String, String> made = new LinkedHashMap<>();

    @BeforeEach
    void decide() {
        jdbc.sql("SELECT decision_id, outcome FROM decision.decision WHERE customer_id LIKE 'REPLAY-%'")
                .query(row -> {
                    made.put(row.getString(1), row.getString(2));
                });
        if (made.isEmpty()) {
            IntStream.range(0, CUSTOMERS).mapToObj(this::customer).forEach(this::decide);
            for (int i = 0; !made.containsValue("HELD_OUT"); i++) {
                decide(aCustomer().withId("REPLAY-H" + i).build());
            }
        }
    }

    private void decide(CustomerProfile customer) {
        shop.admit(customer);
        String type = customer.market() == Market.EBU ? "new-site" : "promotion-end";
        JsonNode decision = shop.trigger("replay-" + customer.id(), type, customer.id().value(), "{}").getBody();
        made.put(decision.get("decisionId").asText(), decision.get("outcome").asText());
    }

    @Test
    void everyDecisionComesOutIdenticalWhateverHasChangedSinceAndLeavesNoTrace() throws IOException {
        assertThat(jdbc.sql("SELECT DISTINCT market FROM decision.decision WHERE customer_id LIKE 'REPLAY-%'").query(String.class).list())
                .containsExactlyInAnyOrder("B2C", "EBU");
        assertThat(made.values()).contains("OFFER", "NO_OFFER", "HELD_OUT");
        Catalogue onSale = catalogues.current();
        Deployment changed = changeEverything(onSale);
        try {
            Map<String, Long> before = rows();

            for (String decision : made.keySet()) {
                JsonNode replay = shop.post("marketer", "/api/v1/decisions/" + decision + "/replay", null).getBody();

                assertThat(replay.get("differences")).as("differences of %s", decision).isEmpty();
                assertThat(replay.get("identical").asBoolean()).isTrue();
                assertThat(replay.at("/build/same").asBoolean()).isTrue();
            }

            assertThat(rows()).isEqualTo(before);
        } finally {
            restore(onSale, changed);
        }
    }

    @Test
    void againstCurrentTellsWhatTodaysRulesWouldDecideAndWhatItIsWorth() throws IOException {
        String offered = made.entrySet().stream().filter(it -> it.getValue().equals("OFFER")).findFirst().orElseThrow().getKey();
        Catalogue onSale = catalogues.current();
        Deployment changed = changeEverything(onSale);
        try {
            JsonNode replay =
                    shop.post("marketer", "/api/v1/decisions/" + offered + "/replay?against=current", null).getBody();

            assertThat(replay.get("against").asText()).isEqualTo("current");
            assertThat(replay.get("identical").asBoolean()).isFalse();
            assertThat(replay.at("/change/outcome/stored").asText()).isEqualTo("OFFER");
            assertThat(replay.at("/change/offer/now").isMissingNode()).as("nothing is on sale today").isTrue();
            assertThat(replay.at("/change/delta").decimalValue())
                    .isEqualByComparingTo(replay.at("/change/expectedValue/stored").decimalValue().negate());
            assertThat(replay.at("/change/candidates")).isNotEmpty();
            assertThat(replay.findValuesAsText("path")).anyMatch(path -> path.startsWith("/models/"));
        } finally {
            restore(onSale, changed);
        }
    }

    @Test
    void aRunOverManyTellsWhatDiffersByOfferSegmentAndEuros() throws IOException {
        Catalogue onSale = catalogues.current();
        Deployment changed = changeEverything(onSale);
        try {
            JsonNode same = run("{\"market\":\"B2C\"}");
            assertThat(same.get("different").asLong()).as("%s", same).isZero();
            assertThat(same.get("failed").asLong()).isZero();
            assertThat(same.get("identical").asLong()).as("%s", same).isEqualTo(notErased(same)).isPositive();

            JsonNode other = run("{\"market\":\"B2C\",\"against\":\"current\"}");
            assertThat(other.get("failed").asLong()).isZero();
            assertThat(other.get("different").asLong()).isPositive();
            assertThat(other.at("/all/0/before").asLong()).isEqualTo(notErased(other));
            assertThat(other.at("/all/0/eurosAfter").decimalValue()).isZero();
            assertThat(other.at("/all/0/delta").decimalValue())
                    .isEqualByComparingTo(other.at("/all/0/eurosBefore").decimalValue().negate());
            assertThat(other.get("byOffer").findValuesAsText("key")).contains("NONE").hasSizeGreaterThan(1);
            assertThat(other.get("bySegment")).isNotEmpty();
            assertThat(other.get("examples")).isNotEmpty();
        } finally {
            restore(onSale, changed);
        }
    }

    @Test
    void unknownDecisionsRunsAndWordsAreRefused() {
        assertThat(shop.post("marketer", "/api/v1/decisions/D-NONE/replay", null).getStatusCode().value()).isEqualTo(404);
        assertThat(shop.get("marketer", "/api/v1/replays/R-NONE").getStatusCode().value()).isEqualTo(404);
        String decision = made.keySet().iterator().next();
        assertThat(shop.post("marketer", "/api/v1/decisions/" + decision + "/replay?against=tomorrow", null).getStatusCode().value())
                .isEqualTo(400);
        assertThat(shop.post("marketer", "/api/v1/replays", "{\"limit\":0}").getStatusCode().value()).isEqualTo(400);
    }

    private JsonNode run(String order) {
        ResponseEntity<JsonNode> begun = shop.post("marketer", "/api/v1/replays", order);
        assertThat(begun.getStatusCode().value()).isEqualTo(202);
        String location = begun.getHeaders().getLocation().getPath();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> !shop.get("marketer", location).getBody().get("state").asText().equals("RUNNING"));
        JsonNode report = shop.get("marketer", location).getBody();
        assertThat(report.get("state").asText()).isEqualTo("DONE");
        return report;
    }

    /** The customers, a table, a model and the catalogue. */
    private Deployment changeEverything(Catalogue onSale) throws IOException {
        // locked by id, as everybody who writes several customers does: new ones are being segmented meanwhile
        jdbc.sql("WITH locked AS MATERIALIZED (SELECT id FROM customer.customer WHERE id LIKE 'REPLAY-%' ORDER BY id FOR UPDATE)"
                        + " UPDATE customer.customer c SET profile = jsonb_set(c.profile, '{status}', '\"FORMER\"')"
                        + " FROM locked WHERE c.id = locked.id")
                .update();
        registerModel.register(
                new ModelFile(MODEL, pmml(++promoted).getBytes(StandardCharsets.UTF_8), FieldMapping.NONE, null), "uploaded", BY, "Another");
        promoteModel.promote(MODEL, "replayed-" + promoted, "Another", ACCEPTED, BY);
        catalogues.publish(new Catalogue("", onSale.services(), List.of(), List.of()));
        try (InputStream file = getClass().getResourceAsStream("/dmn/segmentation.dmn")) {
            String table = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return repository.createDeployment()
                    .addString("segmentation.dmn", table.replace("B2C_HIGH_VALUE", "B2C_STANDARD"))
                    .deploy();
        }
    }

    private void restore(Catalogue onSale, Deployment changed) {
        repository.deleteDeployment(changed.getId(), true);
        catalogues.publish(onSale);
        rollBackModel.rollBack(MODEL, "As before", BY);
    }

    private static String pmml(int number) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
                  <Header modelVersion="replayed-NUMBER"/>
                  <DataDictionary>
                    <DataField name="y" optype="continuous" dataType="double"/>
                    <DataField name="arpu" optype="continuous" dataType="double"/>
                  </DataDictionary>
                  <RegressionModel functionName="regression">
                    <MiningSchema>
                      <MiningField name="y" usageType="target"/>
                      <MiningField name="arpu" missingValueReplacement="10"/>
                    </MiningSchema>
                    <RegressionTable intercept="0.1NUMBER"><NumericPredictor name="arpu" coefficient="0"/></RegressionTable>
                  </RegressionModel>
                </PMML>
                """.replace("NUMBER", Integer.toString(number));
    }

    /** Other tests erase customers of the same database. */
    private static long notErased(JsonNode run) {
        return run.get("decisions").asLong() - run.get("erased").asLong();
    }

    /** Spread over the seeds, since small ones give customers of one market only. */
    private CustomerProfile customer(int number) {
        ObjectNode profile = json.valueToTree(RandomCustomers.customer(number * 0x9E3779B97F4A7C15L));
        profile.put("id", "REPLAY-" + number);
        return json.convertValue(profile, CustomerProfile.class);
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
