package io.crosswise.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.Customers;
import io.crosswise.customer.PersonalData;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** The running product as its users reach it: over HTTP, each under an own name. */
@TestComponent
public class Shop {
    private final TestRestTemplate rest;
    private final Customers customers;

    public Shop(TestRestTemplate rest, Customers customers) {
        this.rest = rest;
        this.customers = customers;
    }

    /** Lets customers in, each with a name and an address of their own. */
    public void admit(CustomerProfile... profiles) {
        customers.store(Arrays.stream(profiles)
                .map(profile -> new CustomerRecord(
                        profile,
                        new PersonalData("Name of " + profile.id(), profile.id() + "@customers.invalid", "+33600000000"),
                        List.of()))
                .toList());
    }

    /** Posts a CloudEvent as the integration user. */
    public ResponseEntity<JsonNode> trigger(String id, String type, String subject, String data) {
        return trigger("""
                {"specversion":"1.0","id":"%s","source":"/crm","type":"%s","subject":"%s",
                 "time":"2026-11-21T09:30:00Z","data":%s}""".formatted(id, type, subject, data));
    }

    public ResponseEntity<JsonNode> trigger(String body) {
        return exchange("integration", HttpMethod.POST, "/api/v1/triggers", body, Map.of());
    }

    public ResponseEntity<JsonNode> respond(String id, String decisionId, String type) {
        return exchange("integration", HttpMethod.POST, "/api/v1/responses", """
                {"id":"%s","source":"/crm","decisionId":"%s","type":"%s","time":"2026-11-21T10:00:00Z"}"""
                .formatted(id, decisionId, type), Map.of());
    }

    public ResponseEntity<JsonNode> get(String user, String path) {
        return exchange(user, HttpMethod.GET, path, null, Map.of());
    }

    /** A page as its HTML. */
    public ResponseEntity<String> page(String user, String path) {
        return rest.withBasicAuth(user, user).getForEntity(path, String.class);
    }

    public ResponseEntity<JsonNode> post(String user, String path, String body) {
        return exchange(user, HttpMethod.POST, path, body, Map.of());
    }

    public ResponseEntity<JsonNode> exchange(
            String user, HttpMethod method, String path, String body, Map<String, String> headers) {
        RequestEntity.BodyBuilder request = RequestEntity.method(method, URI.create(rest.getRootUri() + path))
                .headers(all -> all.setBasicAuth(user, user))
                .headers(all -> headers.forEach(all::set));
        return rest.exchange(
                body == null ? request.build() : request.contentType(MediaType.APPLICATION_JSON).body(body), JsonNode.class);
    }
}
