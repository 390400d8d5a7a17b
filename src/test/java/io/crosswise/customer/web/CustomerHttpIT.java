package io.crosswise.customer.web;

import static io.crosswise.customer.CustomerBuilder.aCompany;
import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.Customers;
import io.crosswise.customer.PersonalData;
import io.crosswise.platform.StartRefused;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

class CustomerHttpIT {
    private static ServletWebServerApplicationContext room;
    private static RestClient http;

    @BeforeAll
    static void startTheRoom() {
        room = start();
        http = RestClient.builder()
                .baseUrl("http://localhost:" + room.getWebServer().getPort() + "/api/v1")
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @AfterAll
    static void stopTheRoom() {
        room.close();
    }

    @BeforeEach
    void threeCustomers() {
        PersonalData personal = new PersonalData("Anna Muster", "anna@example.invalid", "+33 1");
        MonthlyUsage may = new MonthlyUsage(YearMonth.parse("2026-05"), 4.5, null, null, null, Money.euros("30"));
        room.getBean(Customers.class)
                .store(List.of(
                        new CustomerRecord(aCustomer().build(), personal, List.of(may)),
                        new CustomerRecord(aCompany().build(), PersonalData.UNKNOWN, List.of()),
                        new CustomerRecord(
                                aCustomer().withId("C-000002").in(Market.B2C, Segment.B2C_LOYALTY).build(),
                                personal,
                                List.of())));
    }

    @Test
    void showsEverythingKnownOfACustomer() {
        JsonNode anna = get("/customers/C-000001").getBody();

        assertThat(anna.at("/id").asText()).isEqualTo("C-000001");
        assertThat(anna.at("/person/age").asInt()).isEqualTo(42);
        assertThat(anna.at("/customerSince").asText()).isEqualTo("2022-11-21");
        assertThat(anna.at("/personalData/email").asText()).isEqualTo("anna@example.invalid");
        assertThat(anna.at("/usageMonths/0/month").asText()).isEqualTo("2026-05");
        assertThat(anna.at("/usageMonths/0/billed").asDouble()).isEqualTo(30);
        assertThat(anna.at("/features/tenure_months").asDouble()).isEqualTo(48);
        assertThat(anna.has("company")).isFalse();
    }

    @Test
    void listsByMarketAndSegmentWithoutPersonalData() {
        JsonNode page = get("/customers?market=B2C&segment=B2C_LOYALTY&page=0&size=1").getBody();

        assertThat(page.at("/total").asLong()).isEqualTo(1);
        assertThat(page.at("/size").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/id").asText()).isEqualTo("C-000002");
        assertThat(page.toString()).doesNotContain("Anna", "example.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "size=0", "size=201", "size=x", "market=B2B", "segment=none"})
    void refusesAListThatMakesNoSense(String query) {
        assertProblem(get("/customers?" + query), 400, "bad-");
    }

    @Test
    void answersUnknownCustomersWithAProblem() {
        assertProblem(get("/customers/nobody"), 404, "unknown-customer");
        assertProblem(get("/customers/no%20body"), 404, "unknown-customer");
        assertProblem(put("/customers/nobody/consents", "{\"EMAIL\":false}"), 404, "unknown-customer");
        assertProblem(send(HttpMethod.DELETE, "/customers/nobody/personal-data", null), 404, "unknown-customer");
    }

    @Test
    void recordsAnswersAndReturnsAllThatAreKnown() {
        ResponseEntity<JsonNode> answer = put("/customers/C-000001/consents", "{\"SMS\":false,\"SELF_CARE\":true}");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody().at("/SMS").booleanValue()).isFalse();
        assertThat(answer.getBody().at("/EMAIL").booleanValue()).isTrue();
        assertThat(get("/customers/C-000001").getBody().at("/consents/SELF_CARE").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"FAX": false}                | 422 | bad-consents
            {"EMAIL": "no"}               | 422 | bad-consents
            {"EMAIL": null}               | 422 | bad-consents
            {"SMS": false, "EMAIL": 0}    | 422 | bad-consents
            {}                            | 422 | bad-consents
            [true]                        | 422 | bad-consents
            {"EMAIL":                     | 400 | bad-request
            """)
    void refusesAnswersItCannotUnderstandAndKeepsTheOldOnes(String body, int status, String type) {
        JsonNode before = get("/customers/C-000002").getBody().at("/consents");

        assertProblem(put("/customers/C-000002/consents", body), status, type);

        assertThat(get("/customers/C-000002").getBody().at("/consents")).isEqualTo(before);
    }

    @Test
    void erasesNameAndAddresses() {
        room.getBean(Customers.class)
                .store(List.of(new CustomerRecord(
                        aCustomer().withId("C-9").build(), new PersonalData("Zoe", "zoe@example.invalid", null), List.of())));

        assertThat(send(HttpMethod.DELETE, "/customers/C-9/personal-data", null).getStatusCode().value()).isEqualTo(204);

        JsonNode zoe = get("/customers/C-9").getBody();
        assertThat(zoe.toString()).doesNotContain("Zoe", "zoe@");
        assertThat(zoe.at("/consents/EMAIL").booleanValue()).isFalse();
        assertThat(zoe.at("/contactability/email").booleanValue()).isFalse();
    }

    @Test
    void importsUploadedFilesAndAnswersTheReport() {
        Map<String, String> files = ibmFiles();

        ResponseEntity<JsonNode> first = upload("ibm-telco-v11", files);
        ResponseEntity<JsonNode> second = upload("ibm-telco-v11", files);

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getBody().fieldNames())
                .toIterable()
                .containsExactly(
                        "importId", "mapping", "rowsRead", "customersAccepted", "customersRejected", "rejections", "filled",
                        "duplicatesMerged", "unchanged");
        assertThat(first.getBody().at("/rowsRead").asLong()).isEqualTo(9);
        assertThat(first.getBody().at("/customersAccepted").asLong()).isEqualTo(1);
        assertThat(first.getBody().at("/rejections/0").toString())
                .isEqualTo("{\"file\":\"demographics.csv\",\"line\":3,\"column\":\"Age\","
                        + "\"reason\":\"the cell is not a whole number\"}");
        assertThat(second.getBody().at("/unchanged").asLong()).isEqualTo(1);
        CustomerProfile imported = room.getBean(Customers.class).find(new CustomerId("1-A")).orElseThrow();
        assertThat(imported.source()).isEqualTo("ibm-telco-v11");
    }

    @Test
    void refusesUploadsThatCannotBeImported() {
        Map<String, String> incomplete = ibmFiles();
        incomplete.remove("status.csv");

        assertProblem(upload("ibm-telco-v11", incomplete), 422, "missing-file");
        assertProblem(upload("ibm-telco-v11", Map.of()), 422, "missing-file");
        assertProblem(upload("nothing", ibmFiles()), 422, "unknown-mapping");
        assertProblem(upload(null, ibmFiles()), 400, "bad-request");
        Map<String, String> large = ibmFiles();
        large.put("status.csv", "x".repeat(1 << 20));
        assertProblem(upload("ibm-telco-v11", large), 413, "payload-too-large");
    }

    @Test
    void aStartWithAnImportThatFailsIsRefusedWithOneSentence() {
        assertThatThrownBy(() -> start("--crosswise.import.directory=nowhere", "--crosswise.import.mapping=ibm-telco-v11"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The import was refused. crosswise.import.directory is no folder: nowhere");
    }

    private static ServletWebServerApplicationContext start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server.port=0", "--crosswise.import.max-size=512KB"));
        all.addAll(List.of(arguments));
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(CustomerRoom.class).run(all.toArray(String[]::new));
    }

    private static Map<String, String> ibmFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "demographics.csv",
                "Customer ID,Gender,Age,Number of Dependents,Married\n1-A,Male,78,0,No\n2-B,Female,old,0,No\n");
        files.put("location.csv", "Customer ID,Zip Code\n1-A,90001\n2-B,90001\n");
        files.put("population.csv", "Zip Code,Population\n90001,10\n");
        files.put(
                "services.csv",
                "Customer ID,Tenure in Months,Monthly Charge,Avg Monthly GB Download,Phone Service,Multiple Lines,Internet Type,"
                        + "Online Security,Online Backup,Streaming TV,Contract\n"
                        + "1-A,1,39.65,8,No,No,DSL,No,No,No,One Year\n2-B,1,39.65,8,No,No,DSL,No,No,No,One Year\n");
        files.put("status.csv", "Customer ID,Customer Status\n1-A,Stayed\n2-B,Stayed\n");
        return files;
    }

    private static ResponseEntity<JsonNode> upload(String mapping, Map<String, String> files) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        if (mapping != null) {
            parts.add("mapping", mapping);
        }
        files.forEach((name, text) -> parts.add("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        if (parts.isEmpty() || files.isEmpty()) {
            parts.add("comment", "no file");
        }
        return http.post()
                .uri("/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static ResponseEntity<JsonNode> get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    private static ResponseEntity<JsonNode> put(String path, String body) {
        return send(HttpMethod.PUT, path, body);
    }

    private static ResponseEntity<JsonNode> send(HttpMethod method, String path, String body) {
        RestClient.RequestBodySpec request = http.method(method).uri(URI.create(
                "http://localhost:" + room.getWebServer().getPort() + "/api/v1" + path));
        return (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).body(body))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static void assertProblem(ResponseEntity<JsonNode> answer, int status, String type) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().at("/type").asText()).contains(type);
    }
}
