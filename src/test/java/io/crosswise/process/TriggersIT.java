package io.crosswise.process;

import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for triggers: once, whole, or refused with a sentence. */
@CrosswiseIT
@Import(Shop.class)
class TriggersIT {
    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void admitCustomers() {
        if (count("customer.customer WHERE id LIKE 'T-%'") == 0) {
            shop.admit(
                    aCustomer().withId("T-1").build(),
                    aCustomer().withId("T-2").build(),
                    aCustomer().withId("T-3").build(),
                    aCustomer().withId("T-4").build(),
                    aCompany().withId("T-5").build());
        }
    }

    @Test
    void theSameEventAgainAnswersTheSameDecision() {
        ResponseEntity<JsonNode> first = shop.trigger("once", "promotion-end", "T-1", "{}");
        ResponseEntity<JsonNode> second = shop.trigger("once", "promotion-end", "T-1", "{}");

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getHeaders().getLocation()).hasPath("/api/v1/decisions/" + first.getBody().get("decisionId").asText());
        assertThat(second.getStatusCode().value()).isEqualTo(200);
        assertThat(second.getBody()).isEqualTo(first.getBody());
    }

    @Test
    void theSameEventIdForSomethingElseIsAConflict() {
        shop.trigger("reused", "promotion-end", "T-1", "{}");

        assertThat(shop.trigger("reused", "promotion-end", "T-1", "{\"priceAfter\":30}").getStatusCode().value()).isEqualTo(409);
    }

    @Test
    void fiftyAtOnceMakeOneDecision() throws Exception {
        List<ResponseEntity<JsonNode>> answers =
                atOnce(50, n -> shop.trigger("crowd", "promotion-end", "T-2", "{}"));

        assertThat(answers).extracting(answer -> answer.getStatusCode().value()).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.getStatusCode().value() == 201).hasSize(1);
        assertThat(answers).extracting(answer -> answer.getBody().get("decisionId").asText()).containsOnly(
                answers.get(0).getBody().get("decisionId").asText());
        assertThat(count("decision.decision WHERE customer_id = 'T-2'")).isEqualTo(1);
    }

    @Test
    void twoTriggersOfOneCustomerNeverMakeTwoOpenOffers() throws Exception {
        List<ResponseEntity<JsonNode>> answers =
                atOnce(8, n -> shop.trigger("pair-" + n, "promotion-end", "T-3", "{}"));

        assertThat(answers).extracting(answer -> answer.getStatusCode().value()).containsOnly(201);
        assertThat(count("decision.decision WHERE customer_id = 'T-3'")).isEqualTo(8);
        assertThat(count("decision.offer WHERE customer_id = 'T-3'")).isLessThanOrEqualTo(1);
    }

    @Test
    void aTriggerAcceptedForLaterIsPendingUntilItsJobHasRun() {
        ResponseEntity<JsonNode> accepted = shop.exchange(
                "integration",
                HttpMethod.POST,
                "/api/v1/triggers",
                "{\"specversion\":\"1.0\",\"id\":\"later\",\"source\":\"/crm\",\"type\":\"promotion-end\",\"subject\":\"T-4\"}",
                Map.of("Prefer", "respond-async"));

        assertThat(accepted.getStatusCode().value()).isEqualTo(202);
        String location = accepted.getHeaders().getLocation().toString();
        assertThat(shop.get("integration", location).getBody().get("state").asText()).isEqualTo("PENDING");
    }

    @Test
    void binaryModeCarriesTheAttributesInHeaders() {
        ResponseEntity<JsonNode> answer = shop.exchange(
                "integration",
                HttpMethod.POST,
                "/api/v1/triggers",
                "{\"siteId\":\"S-9\",\"employees\":12}",
                Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", "binary",
                        "ce-source", "/crm",
                        "ce-type", "new-site",
                        "ce-subject", "T-5"));

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody().get("triggerType").asText()).isEqualTo("new-site");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unknown type          | 422 | unknown-type     | {"specversion":"1.0","id":"e1","source":"/crm","type":"solar-eclipse","subject":"T-1"}
            internal process      | 422 | unknown-type     | {"specversion":"1.0","id":"e2","source":"/crm","type":"decide-offer","subject":"T-1"}
            unknown customer      | 422 | unknown-customer | {"specversion":"1.0","id":"e3","source":"/crm","type":"promotion-end","subject":"NOBODY"}
            no customer id        | 422 | unknown-customer | {"specversion":"1.0","id":"e4","source":"/crm","type":"promotion-end","subject":"x y"}
            other market          | 422 | other-market     | {"specversion":"1.0","id":"e5","source":"/crm","type":"new-site","subject":"T-1"}
            negative price        | 422 | bad-data         | {"specversion":"1.0","id":"e6","source":"/crm","type":"promotion-end","subject":"T-1","data":{"priceAfter":-1}}
            no date               | 422 | bad-data         | {"specversion":"1.0","id":"e7","source":"/crm","type":"promotion-end","subject":"T-1","data":{"promotionEnd":"soon"}}
            no JSON               | 400 | malformed-event  | {"specversion"
            no object             | 400 | malformed-event  | [1]
            other version         | 400 | malformed-event  | {"specversion":"0.3","id":"e8","source":"/crm","type":"promotion-end","subject":"T-1"}
            no id                 | 400 | malformed-event  | {"specversion":"1.0","source":"/crm","type":"promotion-end","subject":"T-1"}
            id is a number        | 400 | malformed-event  | {"specversion":"1.0","id":7,"source":"/crm","type":"promotion-end","subject":"T-1"}
            no time               | 400 | malformed-event  | {"specversion":"1.0","id":"e9","source":"/crm","type":"promotion-end","subject":"T-1","time":"yesterday"}
            data is a text        | 400 | malformed-event  | {"specversion":"1.0","id":"e10","source":"/crm","type":"promotion-end","subject":"T-1","data":"x"}
            same key twice        | 400 | malformed-event  | {"specversion":"1.0","id":"e11","id":"e12","source":"/crm","type":"promotion-end","subject":"T-1"}
            """)
    void refusesWithASentenceAndStoresNothing(String what, int status, String type, String body) {
        long before = count("trigger.inbox");

        ResponseEntity<JsonNode> answer = shop.trigger(body);

        assertThat(answer.getStatusCode().value()).as(what).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(answer.getBody().get("type").asText()).isEqualTo("urn:crosswise:problem:" + type);
        assertThat(answer.getBody().get("detail").asText()).isNotBlank();
        assertThat(count("trigger.inbox")).isEqualTo(before);
    }

    private long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    private static <T> List<T> atOnce(int threads, java.util.function.IntFunction<T> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls =
                    IntStream.range(0, threads).mapToObj(n -> (Callable<T>) () -> call.apply(n)).toList();
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
