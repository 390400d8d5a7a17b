package io.crosswise.learning.web;

import static io.crosswise.learning.WatchedModelBuilder.chance;
import static io.crosswise.learning.jdbc.DecisionLog.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.learning.DriftSettings;
import io.crosswise.learning.JudgeDataSet;
import io.crosswise.learning.WatchDrift;
import io.crosswise.learning.WatchedModelBuilder;
import io.crosswise.learning.WatchedModels;
import io.crosswise.learning.jdbc.DecisionLog;
import io.crosswise.learning.jdbc.JdbcDriftObservations;
import io.crosswise.learning.jdbc.JdbcDrifts;
import io.crosswise.learning.micrometer.DriftMeters;
import io.crosswise.platform.HttpSlice;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.jdbc.JdbcModelVersions;
import io.crosswise.testing.AnsweringModels;
import io.crosswise.testing.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;

/** From the decision log through the database to HTTP and the monitoring. */
class DriftIT {
    private static final String TV = WatchedModelBuilder.NAME;
    private static final String PATH = "/api/v1/models/" + TV + "/drift";

    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final Database database = new Database();
    private final DecisionLog log = new DecisionLog(database);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JdbcDrifts drifts = new JdbcDrifts(database.jdbc, json);
    private MockMvc http;

    @BeforeEach
    void aModelInUse() {
        AnsweringModels models = new AnsweringModels()
                .answering(TV, row -> chance(row.get("usage")))
                .answering("churn", 0.1);
        JdbcModelVersions versions = new JdbcModelVersions(database.jdbc, database.transactions, json);
        register(versions, TV, json.valueToTree(WatchedModelBuilder.report(20_000)));
        register(versions, "churn", json.createObjectNode().set("features", json.createArrayNode().add("age")));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        WatchedModels watched = new WatchedModels(models, versions, json);
        http = HttpSlice.of(new DriftController(
                watched,
                new WatchDrift(
                        watched,
                        new JdbcDriftObservations(database.dataSource, database.transaction, json),
                        drifts,
                        DriftSettings.DEFAULTS,
                        clock),
                new JudgeDataSet(DriftSettings.DEFAULTS, clock),
                drifts,
                new DriftMeters(meters)));
    }

    @Test
    void alarmsWhenBuyersBecomeFiveTimesAsMany() throws Exception {
        atOnce(() -> decisions(600, usage -> usage));
        atOnce(() -> offers(500, 0.31));

        http.perform(post(PATH))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.level").value("ALARM"))
                .andExpect(jsonPath("$.rows").value(600))
                .andExpect(jsonPath("$.calibration.outcomes").value(500))
                .andExpect(jsonPath("$.calibration.z").value(greaterThan(10.0)))
                .andExpect(jsonPath("$.score.level").value("STABLE"))
                .andExpect(jsonPath("$.findings[0]").value(startsWith("Predictions do not come true")));
        http.perform(get(PATH))
                .andExpect(jsonPath("$.level").value("ALARM"))
                .andExpect(jsonPath("$.source").value("decisions"))
                .andExpect(jsonPath("$.judgedAt").value("2026-11-21T04:30:00Z"))
                .andExpect(jsonPath("$.from").value("2026-10-22T04:30:00Z"));
        http.perform(get(PATH + "?history"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].level").value("ALARM"))
                .andExpect(jsonPath("$.items[0].version").value("1"));
        assertThat(gauge("crosswise.model.drift.level")).isEqualTo(2);
        assertThat(gauge("crosswise.model.drift.calibration")).isGreaterThan(10);
        assertThat(gauge("crosswise.model.drift.psi", "what", "score")).isLessThan(0.1);
    }

    @Test
    void namesTheFeatureThatMovedAndLeavesOutCustomersTheModelIsNotFor() throws Exception {
        atOnce(() -> decisions(400, usage -> usage * usage));
        atOnce(() -> IntStream.range(0, 400).forEach(i ->
                log.decided("H-" + i, "H-" + i, 3, Map.of("usage", 0.9, "holds_tv", 1.0), TV, chance(0.9))));

        http.perform(post(PATH))
                .andExpect(jsonPath("$.level").value("ALARM"))
                .andExpect(jsonPath("$.rows").value(400))
                .andExpect(jsonPath("$.features[*].of").value(contains("usage", "flag")))
                .andExpect(jsonPath("$.features[0].level").value("ALARM"))
                .andExpect(jsonPath("$.features[1].level").value("STABLE"))
                .andExpect(jsonPath("$.calibration.level").value("UNKNOWN"));
        assertThat(gauge("crosswise.model.drift.psi", "what", "worst-feature")).isGreaterThan(0.25);
        assertThat(gauge("crosswise.model.drift.calibration")).isNaN();
    }

    @Test
    void staysStableWhileNothingMoves() throws Exception {
        atOnce(() -> decisions(2_000, usage -> usage));
        atOnce(() -> offers(1_000, 0.06));

        http.perform(post(PATH)).andExpect(jsonPath("$.level").value("STABLE")).andExpect(jsonPath("$.findings").isEmpty());
        http.perform(post(PATH)).andExpect(status().isOk());
        http.perform(get(PATH + "?history")).andExpect(jsonPath("$.total").value(1));
        assertThat(gauge("crosswise.model.drift.level")).isZero();
    }

    @Test
    void judgesADataSetWithoutStoringIt() throws Exception {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("usage,flag,target\n");
        for (int i = 0; i < 1_000; i++) {
            Map<String, Double> customer = WatchedModelBuilder.customer(random);
            csv.append(customer.get("usage")).append(',').append(customer.get("flag")).append(',');
            csv.append(random.nextDouble() < 0.31 ? 1 : 0).append('\n');
        }

        http.perform(post(PATH).contentType("text/csv").content(csv.toString()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.source").value("data set"))
                .andExpect(jsonPath("$.level").value("ALARM"));
        http.perform(get(PATH)).andExpect(status().isNotFound()).andExpect(type("no-drift-yet"));
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void refusesWithWordsThatSayWhatToChange() throws Exception {
        http.perform(get("/api/v1/models/unheard-of/drift")).andExpect(status().isNotFound()).andExpect(type("unknown-model"));
        http.perform(post("/api/v1/models/churn/drift")).andExpect(status().isConflict()).andExpect(type("no-training-report"));
        http.perform(get("/api/v1/models/churn/drift")).andExpect(status().isConflict());
        http.perform(post(PATH).contentType("application/json").header("Content-Length", "2").content("{}"))
                .andExpect(status().isUnsupportedMediaType());
        http.perform(post(PATH).contentType("text/csv").content("usage\nAnna\n"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail")
                        .value("Line 2, column 'usage' is no number; leave it empty when it is unknown"));
        http.perform(get(PATH + "?history&size=0")).andExpect(status().isBadRequest());
    }

    private void atOnce(Runnable work) {
        database.transaction.executeWithoutResult(status -> work.run());
    }

    private void decisions(int count, DoubleUnaryOperator moved) {
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            double usage = moved.applyAsDouble(random.nextDouble());
            log.decided("D-" + i, "C-" + i, i % 30, Map.of("usage", usage, "flag", i % 4 == 0 ? 1.0 : 0.0), TV, chance(usage));
        }
    }

    private void offers(int count, double rate) {
        Random random = new Random(8);
        for (int i = 0; i < count; i++) {
            double usage = random.nextDouble();
            log.decided("O-" + i, "O-" + i, 40, Map.of("usage", usage), TV, chance(usage));
            log.presented("O-" + i, "EMAIL", "SENT", 39);
            if (random.nextDouble() < rate) {
                log.bought("O-" + i, 35);
            }
        }
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags("model", TV).tags(tags).gauge().value();
    }

    private static ResultMatcher type(String slug) {
        return jsonPath("$.type").value("urn:crosswise:problem:" + slug);
    }

    private static void register(JdbcModelVersions versions, String name, JsonNode report) {
        Model model = new Model(name, "1", ModelState.CHAMPION, "ab", Map.of(), null, "trained", NOW, NOW, "scientist", null);
        versions.exclusively(() -> {
            versions.add(model, new ModelFile(name, new byte[] {1}, FieldMapping.NONE, report), name, List.of());
            return null;
        });
    }
}
