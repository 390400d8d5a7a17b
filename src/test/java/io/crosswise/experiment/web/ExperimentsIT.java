package io.crosswise.experiment.web;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.shared.StableHash;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Experiments through the front door: stated, started, deciding, stopped. */
@CrosswiseIT
@Import(Shop.class)
class ExperimentsIT {
    private static final String PATH = "/api/v1/experiments";

    @Autowired
    Shop shop;

    @Test
    void anArmDecidesForItsCustomersAndTheRecordSaysSo() {
        JsonNode usual = decide("X-0");
        String second = outranked(usual);
        create("second-first", "OFFER", "\"triggerTypes\":[\"promotion-end\"]", """
                {"name":"control","share":0.5},
                {"name":"second","share":0.5,"treatment":{"action":"PREFER_OFFER","offer":"%s"}}""".formatted(second));
        assertThat(post("marketer", "/second-first/start", null).getStatusCode()).isEqualTo(HttpStatus.OK);
        try {
            Set<String> seen = new HashSet<>();
            for (int i = 1; i <= 12; i++) {
                JsonNode decision = decide("X-" + i);
                JsonNode arm = arm(decision, "second-first");
                boolean heldOut = decision.get("outcome").asText().equals("HELD_OUT");
                boolean preferred = arm.get("arm").asText().equals("second");
                seen.add(arm.get("arm").asText());

                assertThat(decision.at("/offer/code").asText()).isEqualTo(preferred ? second : usual.at("/offer/code").asText());
                assertThat(reasons(decision)).contains(preferred ? "EXPERIMENT_PREFERS" : "HIGHEST_VALUE");
                assertThat(arm.get("bucket").asInt()).isEqualTo(StableHash.bucket("experiment-group/second-first", "X-" + i, 10_000));
                assertThat(arm.get("exposed").asBoolean()).isEqualTo(!heldOut);
                assertThat(decision.at("/experiment/name").asText()).isEqualTo(heldOut ? "universal-holdout" : "second-first");
            }
            assertThat(seen).containsExactlyInAnyOrder("control", "second");
            assertThat(shop.get("scientist", PATH + "/second-first/results").getBody().get("conclusion").asText())
                    .startsWith("No conclusion yet");
        } finally {
            assertThat(post("marketer", "/second-first/stop", "{\"reason\":\"seen enough\"}").getStatusCode()).isEqualTo(HttpStatus.OK);
        }
        assertThat(arm(decide("X-20"), "second-first")).isNull();
        assertThat(shop.get("marketer", PATH + "/second-first").getBody().get("events")).hasSize(3);
    }

    @Test
    void whoIsHeldOutOfAProgrammeIsDecidedLikeTheOthersAndNotContacted() {
        create("promotions-held-back", "PROGRAMME_HOLD_OUT", "\"triggerTypes\":[\"promotion-end\"]", """
                {"name":"HELD_OUT","share":0.6,"treatment":{"action":"HOLD_OUT"}},{"name":"TREATED","share":0.4}""");
        post("marketer", "/promotions-held-back/start", null);
        try {
            List<String> outcomes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                JsonNode decision = decide("Y-" + i);
                boolean heldOut = arm(decision, "promotions-held-back").get("arm").asText().equals("HELD_OUT");
                boolean universally = arm(decision, "universal-holdout").get("arm").asText().equals("HELD_OUT");
                outcomes.add(decision.get("outcome").asText());

                assertThat(decision.get("outcome").asText()).isEqualTo(heldOut || universally ? "HELD_OUT" : "OFFER");
                assertThat(decision.at("/offer/code").asText()).isNotBlank();
                assertThat(decision.at("/channel/code").asText()).isNotBlank();
                assertThat(decision.at("/experiment/name").asText())
                        .isEqualTo(universally || !heldOut ? "universal-holdout" : "promotions-held-back");
                assertThat(decision.get("state").asText().equals("CLOSED")).isEqualTo(heldOut || universally);
            }
            assertThat(outcomes).contains("HELD_OUT", "OFFER");
        } finally {
            post("marketer", "/promotions-held-back/stop", null);
        }
    }

    @Test
    void aStartedExperimentTakesTheBodyItWasMadeFromAgain() {
        String body = """
                {"name":"sites","kind":"CHANNEL","hypothesis":"%s","until":"2099-01-01T00:00:00Z","traffic":0.2,
                 "audience":{"triggerTypes":["new-site"]},
                 "arms":[{"name":"control","share":0.5},
                         {"name":"text","share":0.5,"treatment":{"action":"PREFER_CHANNEL","channel":"SMS"}}]}""";
        ResponseEntity<JsonNode> created = post("marketer", "", body.formatted("Texts are read."));
        assertThat(created.getStatusCode()).as(created.toString()).isEqualTo(HttpStatus.CREATED);
        JsonNode started = post("marketer", "/sites/start", null).getBody();
        try {
            ResponseEntity<JsonNode> same = put("/sites", body.formatted("Texts are read."));
            assertThat(same.getStatusCode()).as(same.toString()).isEqualTo(HttpStatus.OK);
            assertThat(same.getBody().get("version").asInt()).isEqualTo(started.get("version").asInt() + 1);

            JsonNode changed = put("/sites", body.formatted("Texts are read at once.").replace("\"traffic\":0.2,", "")).getBody();
            assertThat(changed.get("hypothesis").asText()).isEqualTo("Texts are read at once.");
            for (String kept : List.of("from", "window", "unit", "group", "traffic", "buckets")) {
                assertThat(changed.get(kept)).as(kept).isNotNull().isEqualTo(started.get(kept));
            }
            assertThat(put("/sites", body.replace("SMS", "EMAIL")).getBody().get("type").asText()).endsWith("other-experiment");
        } finally {
            post("marketer", "/sites/stop", null);
        }
    }

    private ResponseEntity<JsonNode> put(String path, String body) {
        return shop.exchange("marketer", HttpMethod.PUT, PATH + path, body, Map.of());
    }

    @Test
    void theUniversalHoldOutIsListedFirstAndSetElsewhere() {
        JsonNode first = shop.get("marketer", PATH).getBody().at("/items/0");

        assertThat(first.get("name").asText()).isEqualTo("universal-holdout");
        assertThat(first.get("phase").asText()).isEqualTo("RUNNING");
        assertThat(first.at("/arms/0/share").asDouble()).isEqualTo(0.05);
        assertThat(post("admin", "/universal-holdout/stop", null).getBody().get("detail").asText()).contains("hold-out-share");
        assertThat(shop.get("marketer", PATH + "/universal-holdout/results?metric=margin").getBody().get("control").asText())
                .isEqualTo("HELD_OUT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            422 | invalid-experiment    | sum to 1, not to 0.9  | {"name":"s1","kind":"OFFER","hypothesis":"h","until":"2099-01-01T00:00:00Z","arms":[{"name":"a","share":0.5},{"name":"b","share":0.4,"treatment":{"action":"EXCLUDE_OFFER","offer":"O-CLOUD-200"}}]}
            422 | invalid-experiment    | not on sale: O-NONE   | {"name":"s2","kind":"OFFER","hypothesis":"h","until":"2099-01-01T00:00:00Z","arms":[{"name":"a","share":0.5},{"name":"b","share":0.5,"treatment":{"action":"EXCLUDE_OFFER","offer":"O-NONE"}}]}
            422 | invalid-experiment    | until is missing      | {"name":"s3","kind":"OFFER","hypothesis":"h","arms":[]}
            400 | unreadable-experiment | kind is one of        | {"name":"s4","kind":"COLOUR"}
            400 | unreadable-experiment | The body is a JSON    | [1
            """)
    void saysWhatIsWrong(int status, String type, String words, String body) {
        ResponseEntity<JsonNode> answer = post("marketer", "", body);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(answer.getBody().get("type").asText()).isEqualTo("urn:crosswise:problem:" + type);
        assertThat(answer.getBody().get("detail").asText()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "marketer, OK, NOT_FOUND",
        "admin, OK, NOT_FOUND",
        "scientist, OK, FORBIDDEN",
        "agent, FORBIDDEN, FORBIDDEN",
        "integration, FORBIDDEN, FORBIDDEN",
    })
    void marketingTriesAndScienceReads(String user, HttpStatus reading, HttpStatus starting) {
        assertThat(shop.get(user, PATH).getStatusCode()).isEqualTo(reading);
        assertThat(post(user, "/unheard-of/start", null).getStatusCode()).isEqualTo(starting);
    }

    private JsonNode decide(String customer) {
        shop.admit(aCustomer().withId(customer).build());
        return shop.trigger("experiment-" + customer, "promotion-end", customer, "{}").getBody();
    }

    @Test
    void aNameItDoesNotKnowIsRefusedSinceTheAudienceWouldBeEverybody() {
        ResponseEntity<JsonNode> refused = post("marketer", "", """
                {"name":"mistyped","kind":"OFFER","hypothesis":"It sells more.","until":"2099-01-01T00:00:00Z",
                 "audience":{"markets":["B2C"]},"arms":[]}""");

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getBody().get("detail").asText()).startsWith("There is no audience.markets; known are categories, market, segments");
        assertThat(shop.get("marketer", PATH + "/mistyped").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private void create(String name, String kind, String audience, String arms) {
        ResponseEntity<JsonNode> created = post("marketer", "", """
                {"name":"%s","kind":"%s","hypothesis":"It sells more.","programme":"Promotions","until":"2099-01-01T00:00:00Z",
                 "audience":{%s},"arms":[%s]}""".formatted(name, kind, audience, arms));
        assertThat(created.getStatusCode()).as(created.toString()).isEqualTo(HttpStatus.CREATED);
    }

    private ResponseEntity<JsonNode> post(String user, String path, String body) {
        return shop.post(user, PATH + path, body == null ? "{}" : body);
    }

    private static String outranked(JsonNode decision) {
        return StreamSupport.stream(decision.get("candidates").spliterator(), false)
                .filter(candidate -> candidate.get("verdict").asText().equals("OUTRANKED"))
                .map(candidate -> candidate.get("offer").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(JsonNode decision) {
        return decision.get("candidates").findValuesAsText("reason");
    }

    private static JsonNode arm(JsonNode decision, String experiment) {
        return StreamSupport.stream(decision.get("experiments").spliterator(), false)
                .filter(arm -> arm.get("name").asText().equals(experiment))
                .findFirst()
                .orElse(null);
    }
}
