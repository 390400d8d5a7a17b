package io.crosswise.process;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.testing.CrosswiseIT;
import io.crosswise.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same processes started through engine REST: the same record, the same exactly-once, a sentence instead of an incident. */
@CrosswiseIT
@Import(Shop.class)
class EngineRestTriggersIT {
    @Autowired
    Shop shop;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void admitCustomers() {
        if (jdbc.sql("SELECT count(*) FROM customer.customer WHERE id = 'E-REST'").query(Long.class).single() == 0) {
            shop.admit(aCustomer().withId("E-REST").build());
        }
    }

    @Test
    void aMessageStartsTheTriggerAndItsKeyCountsOnce() {
        String body = """
                {"messageName":"promotion-end","businessKey":"bss-1","resultEnabled":true,
                 "processVariables":{"customerId":{"value":"E-REST"},"priceAfter":{"value":39.9,"type":"Double"}}}""";

        ResponseEntity<JsonNode> first = shop.post("integration", "/engine-rest/message", body);
        ResponseEntity<JsonNode> again = shop.post("integration", "/engine-rest/message", body);

        assertThat(first.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getStatusCode().value()).isEqualTo(400);
        assertThat(again.getBody().get("message").asText()).contains("bss-1");
        assertThat(jdbc.sql("""
                        SELECT d.trigger_type FROM decision.decision d JOIN trigger.inbox i ON i.trigger_id = d.trigger_id
                        WHERE i.source = '/engine-rest' AND i.event_id = 'bss-1' AND i.data ->> 'priceAfter' = '39.9'""")
                        .query(String.class)
                        .list())
                .containsExactly("promotion-end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no customer      | promotion-end | {}                                                                                       | customerId
            unknown customer | promotion-end | {"customerId":{"value":"NOBODY"}}                                                        | NOBODY
            other market     | new-site      | {"customerId":{"value":"E-REST"}}                                                        | EBU
            bad field        | promotion-end | {"customerId":{"value":"E-REST"},"promotionEnd":{"value":"soon"}}                         | promotionEnd
            """)
    void refusesWithASentenceAndLeavesNoIncident(String what, String message, String variables, String named) {
        ResponseEntity<JsonNode> answer = shop.post(
                "integration",
                "/engine-rest/message",
                "{\"messageName\":\"%s\",\"processVariables\":%s}".formatted(message, variables));

        assertThat(answer.getStatusCode().value()).as(what).isEqualTo(400);
        assertThat(answer.getBody().get("message").asText()).contains(named);
        assertThat(jdbc.sql("SELECT count(*) FROM act_ru_incident").query(Long.class).single()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"decide-offer", "present-offer", "segment-customer", "accept-trigger"})
    void internalProcessesCannotBeStartedFromOutside(String process) {
        ResponseEntity<JsonNode> answer = shop.post(
                "admin", "/engine-rest/process-definition/key/" + process + "/start", "{\"variables\":{}}");

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }
}
