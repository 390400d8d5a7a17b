package io.crosswise.platform;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.PersonalData;
import io.crosswise.customer.jdbc.CustomerRows;
import io.crosswise.customer.jdbc.JdbcCustomers;
import io.crosswise.testing.OperatorPostgres;
import io.crosswise.testing.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product with the settings of the compose file, against a PostgreSQL and a mail server that somebody else started. */
class ProductionIT {
    private static final String ADMIN = "boss";
    private static final String ADMIN_PASSWORD = "Boss-of-2026";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)).withPerMethodLifecycle(false);

    @TempDir
    static Path folder;

    private static OperatorPostgres postgres;
    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        postgres = OperatorPostgres.start();
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", String.valueOf(MAIL.getSmtp().getPort()));
        environment.put("CROSSWISE_ADMIN_USER", ADMIN);
        environment.put("CROSSWISE_ADMIN_PASSWORD", ADMIN_PASSWORD);
        product = Product.launch(folder, environment, "--crosswise.channel.quiet-hours.enabled=false").ready();
    }

    @AfterAll
    static void stop() throws Exception {
        try (OperatorPostgres server = postgres; Product running = product) {
            running.stop();
            assertThat(running.messages()).doesNotContain("\tat ", "ERROR", "Demo mode");
        }
    }

    @Test
    void theProductIsNoSuperuserAndOwnsWhatItCreated() {
        JdbcClient jdbc = JdbcClient.create(postgres.database());

        assertThat(jdbc.sql("SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
                        .query(String.class)
                        .list())
                .containsExactly(OperatorPostgres.ROLE);
    }

    @Test
    void nobodyIsThereButTheAdministrator() {
        assertThat(status("integration", "integration", "/api/v1/decisions")).isEqualTo(401);
        assertThat(status("admin", "admin", "/api/v1/decisions")).isEqualTo(401);
        assertThat(status(ADMIN, "wrong", "/api/v1/decisions")).isEqualTo(401);
        assertThat(status(ADMIN, ADMIN_PASSWORD, "/api/v1/decisions")).isEqualTo(200);

        assertThat(asAdmin(HttpMethod.GET, "/engine-rest/user", null).getBody().findValuesAsText("id")).containsExactly(ADMIN);
    }

    @Test
    void noDemoCustomerIsThere() {
        assertThat(asAdmin(HttpMethod.GET, "/api/v1/customers/C-000042", null).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void anOfferOfTheOperatorsCatalogueReachesTheCustomerByMail() throws Exception {
        JsonNode catalogue = new YAMLMapper().readTree(new ClassPathResource("demo/catalogue.yaml").getInputStream());
        assertThat(asAdmin(HttpMethod.PUT, "/api/v1/catalog", catalogue.toString()).getStatusCode().value()).isEqualTo(200);
        admitCustomers();

        IntStream.rangeClosed(1, 10).forEach(n -> assertThat(asAdmin(HttpMethod.POST, "/api/v1/triggers", """
                        {"specversion":"1.0","id":"end-%1$d","source":"/crm","type":"promotion-end","subject":"M-%1$d"}"""
                                .formatted(n)).getStatusCode().value())
                .isEqualTo(201));

        assertThat(MAIL.waitForIncomingEmail(30_000, 1)).isTrue();
        assertThat(MAIL.getReceivedMessages()[0].getHeader("To", null)).contains("@customers.invalid");
    }

    /** Ten consumers, for a few of them are held out. */
    private static void admitCustomers() {
        JdbcClient jdbc = JdbcClient.create(postgres.database());
        Clock clock = Clock.systemUTC();
        List<CustomerRecord> records = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> new CustomerRecord(
                        aCustomer().withId("M-" + n).build(),
                        new PersonalData("Name " + n, "m" + n + "@customers.invalid", "+33600000000"),
                        List.of()))
                .toList();
        new JdbcCustomers(jdbc, JSON, new CustomerRows(jdbc, JSON, clock), clock, () -> "test").store(records);
    }

    private static int status(String user, String password, String path) {
        return product.exchange(user, password, HttpMethod.GET, path, null).getStatusCode().value();
    }

    private static ResponseEntity<JsonNode> asAdmin(HttpMethod method, String path, String body) {
        return product.exchange(ADMIN, ADMIN_PASSWORD, method, path, body);
    }
}
