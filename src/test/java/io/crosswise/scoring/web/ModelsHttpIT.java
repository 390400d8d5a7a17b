package io.crosswise.scoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.shared.StableHash;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jpmml.evaluator.functions.StringFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

class ModelsHttpIT {
    private static final String ACCEPT = "{\"reason\":\"Better\",\"accept\":[{\"gate\":\"NO_REPORT\",\"reason\":\"Tried by hand\"}]}";

    @TempDir
    private static Path packaged;

    private static ServletWebServerApplicationContext room;
    private static RestClient http;

    @BeforeAll
    static void startTheRoom() throws IOException {
        Files.writeString(packaged.resolve("churn.pmml"), Pmml.logistic("1.0", "tenure_months", "0.05").text());
        Files.writeString(
                packaged.resolve("churn.report.json"),
                "{\"metrics\":{\"auc\":0.81},\"gates\":[{\"name\":\"CHANCE\",\"passed\":true,\"text\":\"\"}]}");
        room = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ScoringRoom.class)
                .run(
                        "--server.port=0",
                        "--crosswise.scoring.models=" + packaged.toUri() + "*.pmml",
                        "--spring.servlet.multipart.max-file-size=60MB",
                        "--spring.servlet.multipart.max-request-size=60MB",
                        "--spring.jackson.default-property-inclusion=non_null",
                        "--spring.jackson.serialization.write-dates-as-timestamps=false");
        http = RestClient.builder()
                .baseUrl("http://localhost:" + room.getWebServer().getPort() + "/api/v1/models")
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @AfterAll
    static void stopTheRoom() {
        room.close();
    }

    @Test
    void listsWhatIsInUse() {
        JsonNode list = get("?size=200").getBody();

        assertThat(list.at("/items/0/name").asText()).isEqualTo("churn");
        assertThat(list.at("/items/0/version").asText()).isEqualTo("1.0");
        assertThat(list.at("/items/0/state").asText()).isEqualTo("CHAMPION");
        assertThat(list.at("/items/0/metrics/auc").asDouble()).isEqualTo(0.81);
        assertThat(list.at("/items/0/sha256").asText()).hasSize(64);
        assertProblem(get("?size=201"), 400, "bad-page");
        assertProblem(get("?state=old"), 400, "bad-state");
    }

    @Test
    void aModelShowsItsChampionAndAVersionItsReport() {
        JsonNode model = get("/churn").getBody();
        assertThat(model.at("/champion/version").asText()).isEqualTo("1.0");
        assertThat(model.at("/features/0").asText()).isEqualTo("tenure_months");

        JsonNode version = get("/churn/versions/1.0").getBody();
        assertThat(version.at("/report/metrics/auc").asDouble()).isEqualTo(0.81);
        assertThat(version.at("/state").asText()).isEqualTo("CHAMPION");
        assertThat(version.at("/events/0/action").asText()).isEqualTo("REGISTERED");
        assertThat(version.at("/gates/0/name").asText()).isEqualTo("CHANCE");
        assertProblem(get("/nothing"), 404, "unknown-model");
        assertProblem(get("/nothing/versions"), 404, "unknown-model");
        assertProblem(get("/churn/versions/9"), 404, "unknown-model");
    }

    @Test
    void aFileIsAnsweredAsItWasSent() {
        Pmml file = Pmml.logistic("1", "tenure_months", "0.05");
        ResponseEntity<JsonNode> created = upload("download", file, null);

        assertThat(created.getStatusCode().value()).isEqualTo(201);
        assertThat(created.getHeaders().getLocation()).hasToString("/api/v1/models/download/versions/1");
        assertThat(created.getBody().at("/state").asText()).isEqualTo("CANDIDATE");
        byte[] sent = http.get().uri("/download/versions/1/pmml").retrieve().body(byte[].class);
        assertThat(StableHash.sha256(sent)).isEqualTo(created.getBody().at("/sha256").asText());
        assertThat(sent).isEqualTo(file.text().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameFileAgainIsTheSameVersion() {
        Pmml file = Pmml.logistic("1", "tenure_months", "0.05");
        upload("again", file, null);
        assertThat(upload("again", file, null).getBody().at("/version").asText()).isEqualTo("1");
        assertThat(upload("again", file.replacing("-1.0", "-1.1").replacing("0.2689414213699951", "0.2497398944048824"), null)
                        .getBody()
                        .at("/version")
                        .asText())
                .startsWith("1-");
        assertThat(get("/again/versions").getBody().at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void fieldsOfAForeignFileAreMapped() {
        Pmml foreign = Pmml.logistic("1", "Tenure in Months", "0.05");

        assertProblem(upload("foreign", foreign, null), 422, "unusable-model", "Tenure in Months", "map the fields");
        assertProblem(
                upload("foreign", foreign, "{\"fields\":{\"Tenure in Months\":\"shoe_size\"}}"), 422, "unusable-model", "shoe_size");
        assertProblem(upload("foreign", foreign, "{\"field\":{}}"), 422, "bad-mapping");
        assertThat(upload("foreign", foreign, "{\"fields\":{\"Tenure in Months\":\"tenure_months\"},\"output\":\"no\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        assertThat(score("/foreign/score?version=1", "{\"tenure_months\":20}").getBody().at("/score").asDouble())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void hostileAndBrokenFilesAreRefusedWithTheReason() {
        Pmml sound = Pmml.logistic("1", "tenure_months", "0.05");
        assertProblem(upload("bad", new Pmml("tenure;arpu"), null), 422, "unusable-model", "cannot be read as PMML");
        assertProblem(
                upload("bad", sound.replacing("<PMML ", "<!DOCTYPE PMML [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><PMML "), null),
                422, "unusable-model", "DOCTYPE");
        assertProblem(upload("bad", Pmml.logistic("1", "tenure_months", "NaN"), null), 422, "unusable-model");
        assertProblem(upload("bad", sound.replacing("0.2689414213699951", "0.2689"), null), 422, "unusable-model", "ModelVerification");
        assertProblem(
                upload(
                        "bad",
                        sound.replacing(
                                "<RegressionTable intercept=\"-1.0\"",
                                "<LocalTransformations><DerivedField name=\"z\" optype=\"continuous\" dataType=\"double\"><Apply function=\""
                                        + StringFunction.class.getName()
                                        + "\"><FieldRef field=\"tenure_months\"/></Apply></DerivedField></LocalTransformations>"
                                        + "<RegressionTable intercept=\"-1.0\""),
                        null),
                422, "unusable-model", "StringFunction");
        assertProblem(upload("../bad", sound, null), 422, "unusable-model", "name of a model");
        assertProblem(get("/bad"), 404, "unknown-model");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertProblem(upload("large", new Pmml("x".repeat((50 << 20) + 1)), null), 413, "model-too-large", "50 MB");
    }

    @Test
    void promotionWaitsForTheGatesAndRollsBackInOneCall() {
        upload("life", Pmml.logistic("1", "tenure_months", "0.05"), null);
        upload("life", Pmml.logistic("2", "tenure_months", "0.1"), null);
        assertProblem(score("/life/score", "{}"), 404, "unknown-model");

        ResponseEntity<JsonNode> blocked = post("/life/versions/1/promote", "{\"reason\":\"Better\"}");
        assertProblem(blocked, 409, "gates-not-passed");
        assertThat(blocked.getBody().at("/gates/0/name").asText()).isEqualTo("NO_REPORT");
        assertProblem(post("/life/versions/1/promote", "{}"), 422, "reason-missing");
        assertProblem(post("/life/versions/1/promote", "{\"reason\":\"Better\",\"accept\":[1]}"), 422, "bad-accept");

        assertThat(post("/life/versions/1/promote", ACCEPT).getBody().at("/state").asText()).isEqualTo("CHAMPION");
        assertThat(score("/life/score", "{\"tenure_months\":20}").getBody().at("/version").asText()).isEqualTo("1");
        assertThat(post("/life/versions/2/promote", ACCEPT).getStatusCode().value()).isEqualTo(200);
        assertThat(score("/life/score", "{\"tenure_months\":20}").getBody().at("/version").asText()).isEqualTo("2");
        assertThat(post("/life/rollback", "{\"reason\":\"Sales fell\"}").getBody().at("/version").asText()).isEqualTo("1");
        assertThat(score("/life/score", "{\"tenure_months\":20}").getBody().at("/score").asDouble()).isCloseTo(0.5, within(1e-9));
        assertProblem(post("/life/rollback", null), 409, "no-earlier-champion");
        assertThat(get("/life/versions/2").getBody().at("/events/2/action").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void challengersAreShownAndRetired() {
        upload("duel", Pmml.logistic("1", "tenure_months", "0.05"), null);
        upload("duel", Pmml.logistic("2", "tenure_months", "0.1"), null);
        assertProblem(post("/duel/versions/2/challenge", "{\"mode\":\"SPLIT\",\"share\":0.1}"), 409, "no-champion");
        post("/duel/versions/1/promote", ACCEPT);

        assertProblem(post("/duel/versions/2/challenge", "{\"mode\":\"SPLIT\"}"), 422, "bad-challenge");
        JsonNode challenger =
                post("/duel/versions/2/challenge", "{\"mode\":\"SPLIT\",\"share\":0.1}").getBody();
        assertThat(challenger.at("/challenge/share").asDouble()).isEqualTo(0.1);
        assertThat(get("/duel").getBody().at("/challengers/0/version").asText()).isEqualTo("2");
        assertThat(post("/duel/versions/2/retire", null).getBody().at("/state").asText()).isEqualTo("RETIRED");
        assertProblem(post("/duel/versions/1/retire", null), 409, "is-champion");
        assertThat(get("?state=RETIRED&size=200").getBody().at("/items").findValuesAsText("name")).contains("duel");
    }

    @Test
    void scoresOneRowAndNamesWhatItDidNotKnow() {
        JsonNode answer = score("/churn/score", "{\"tenure_months\":20,\"arpu\":30,\"shoe_size\":44}").getBody();

        assertThat(answer.at("/score").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(answer.at("/answers/no").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(answer.at("/unknown").toString()).isEqualTo("[\"shoe_size\"]");
        assertThat(answer.at("/missing")).isEmpty();
        assertThat(score("/churn/score", "{\"tenure_months\":null}").getBody().at("/missing/0").asText()).isEqualTo("tenure_months");
        assertProblem(score("/churn/score", "{\"tenure_months\":\"long\"}"), 422, "bad-feature", "tenure_months");
        assertProblem(score("/churn/score", "{\"tenure_months\":\"NaN\"}"), 422, "bad-feature", "tenure_months");
        assertProblem(score("/churn/score", "{\"tenure_months\":[1]}"), 422, "bad-feature", "tenure_months");
        assertProblem(score("/churn/score", "[]"), 422, "bad-row");
        assertProblem(score("/churn/score", "{"), 400, "bad-request");
    }

    @Test
    void scoresManyRowsAndSeveralAnswers() {
        JsonNode rows = score("/churn/score", "{\"rows\":[{\"tenure_months\":20},{}]}").getBody();
        assertThat(rows.at("/items/0/score").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(rows.at("/items/1/missing/0").asText()).isEqualTo("tenure_months");

        assertThat(upload("affinity-like", Pmml.twoAnswers(), null).getStatusCode().value()).isEqualTo(201);
        JsonNode answers = score("/affinity-like/score?version=1", "{\"arpu\":30}").getBody();
        assertThat(answers.at("/answers/MOBILE_20").asDouble()).isEqualTo(4.0);
        assertThat(answers.at("/answers/TV_ESSENTIAL").asDouble()).isEqualTo(2.0);
    }

    @Test
    void scoresACsvFileRowByRow() {
        String file = "id,tenure_months,shoe_size\nA,20,44\nB,,43\nC,long,42\nD,1\n";

        ResponseEntity<String> answer = csv("/churn/score", file);

        assertThat(answer.getHeaders().getContentType().isCompatibleWith(MediaType.parseMediaType("text/csv"))).isTrue();
        assertThat(answer.getHeaders().getFirst("Unknown-Features")).isEqualTo("id,shoe_size");
        String[] lines = answer.getBody().split("\r?\n");
        assertThat(lines[0]).isEqualTo("id,shoe_size,score,no,yes,error");
        assertThat(lines[1]).startsWith("A,44,0.5,0.5,");
        assertThat(lines[2]).startsWith("B,43,0.268941421369995");
        assertThat(lines[3]).startsWith("C,42,,,,Feature tenure_months is no number");
        assertThat(lines[4]).startsWith("D,,,,,The line has 2 fields instead of 3");
    }

    @Test
    void aLongCsvFileKeepsItsOrder() {
        String file = IntStream.range(0, 20_000)
                .mapToObj(i -> i + "," + i % 50)
                .collect(Collectors.joining("\n", "id,tenure_months\n", "\n"));

        String[] lines = csv("/churn/score", file).getBody().split("\r?\n");

        assertThat(lines).hasSize(20_001);
        assertThat(lines[20_000]).startsWith("19999,");
    }

    @Test
    void csvThatIsNoneIsRefused() {
        assertProblem(csvProblem("/churn/score", ""), 422, "bad-header");
        assertProblem(csvProblem("/churn/score", "a,a\n1,2\n"), 422, "bad-header");
        assertProblem(csvProblem("/churn/score", "\"a,b\n1,2\n" + "x".repeat(2 << 20)), 422, "bad-csv");
        assertProblem(csvProblem("/nothing/score", "a\n1\n"), 404, "unknown-model");
    }

    @Test
    void aRunOverTheBaseIsAcceptedAndShowsHowFarItIs() {
        RestClient batches = http.mutate()
                .baseUrl("http://localhost:" + room.getWebServer().getPort() + "/api/v1/batch-scores")
                .build();
        ResponseEntity<JsonNode> accepted = batches.post().retrieve().toEntity(JsonNode.class);
        assertThat(accepted.getStatusCode().value()).isEqualTo(202);
        String run = accepted.getBody().at("/runId").asText();
        assertThat(accepted.getHeaders().getLocation()).hasToString("/api/v1/batch-scores/" + run);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        batches.get().uri("/" + run).retrieve().body(JsonNode.class).at("/state").asText())
                .isEqualTo("DONE"));
        assertThat(batches.get().uri("/" + run).retrieve().body(JsonNode.class).at("/customersPerSecond").isNumber()).isTrue();
        assertThat(batches.get().retrieve().body(JsonNode.class).at("/total").asInt()).isEqualTo(1);
        assertProblem(batches.get().uri("/nothing").retrieve().toEntity(JsonNode.class), 404, "unknown-batch");
    }

    @Test
    void challengersAreComparedWithTheChampion() {
        upload("propensity-tv", Pmml.logistic("1", "tenure_months", "0.05"), null);
        upload("propensity-tv", Pmml.logistic("2", "tenure_months", "0.1"), null);
        post("/propensity-tv/versions/1/promote", ACCEPT);
        post("/propensity-tv/versions/2/challenge", "{\"mode\":\"SHADOW\"}");

        JsonNode comparison = get("/propensity-tv/comparison").getBody();

        assertThat(comparison.at("/champion").asText()).isEqualTo("1");
        assertThat(comparison.at("/duels/0/version").asText()).isEqualTo("2");
        assertThat(comparison.at("/duels/0/remark").asText()).contains("Too few");
        assertProblem(get("/nothing/comparison"), 404, "unknown-model");
    }

    private static ResponseEntity<JsonNode> upload(String name, Pmml file, String mapping) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("name", name);
        if (mapping != null) {
            parts.add("mapping", mapping);
        }
        parts.add("file", new ByteArrayResource(file.text().getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "model.pmml";
            }
        });
        return http.post().contentType(MediaType.MULTIPART_FORM_DATA).body(parts).retrieve().toEntity(JsonNode.class);
    }

    private static ResponseEntity<JsonNode> get(String path) {
        return http.get().uri(uri(path)).retrieve().toEntity(JsonNode.class);
    }

    private static ResponseEntity<JsonNode> score(String path, String body) {
        return post(path, body);
    }

    private static ResponseEntity<JsonNode> post(String path, String body) {
        RestClient.RequestBodySpec request = http.post().uri(uri(path)).contentType(MediaType.APPLICATION_JSON);
        return (body == null ? request : request.body(body)).retrieve().toEntity(JsonNode.class);
    }

    private static ResponseEntity<String> csv(String path, String body) {
        return http.post().uri(uri(path)).contentType(MediaType.parseMediaType("text/csv")).body(body).retrieve().toEntity(String.class);
    }

    private static ResponseEntity<JsonNode> csvProblem(String path, String body) {
        return http.post().uri(uri(path)).contentType(MediaType.parseMediaType("text/csv")).body(body).retrieve().toEntity(JsonNode.class);
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + room.getWebServer().getPort() + "/api/v1/models" + path);
    }

    private static void assertProblem(ResponseEntity<JsonNode> answer, int status, String type, String... details) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().at("/type").asText()).contains(type);
        for (String detail : details) {
            assertThat(answer.getBody().at("/detail").asText()).contains(detail);
        }
    }
}
