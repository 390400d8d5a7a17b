package io.crosswise.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.catalog.Catalogues;
import io.crosswise.catalog.PublishCatalogue;
import io.crosswise.catalog.jdbc.JdbcCatalogues;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerHistory;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.Customers;
import io.crosswise.customer.RefreshFeatures;
import io.crosswise.customer.jdbc.CustomerRows;
import io.crosswise.customer.jdbc.JdbcCustomerHistory;
import io.crosswise.customer.jdbc.JdbcCustomers;
import io.crosswise.customer.jdbc.JdbcRefreshFeatures;
import io.crosswise.learning.TrainingHistory;
import io.crosswise.learning.jdbc.JdbcTrainingHistory;
import io.crosswise.outcome.PastCampaigns;
import io.crosswise.outcome.PastContact;
import io.crosswise.outcome.jdbc.JdbcPastCampaigns;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DemoLoaderIT {
    private static final Clock FIRST_START = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Clock A_MONTH_LATER = Clock.offset(FIRST_START, Duration.ofDays(30));
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Pattern HIDDEN = Pattern.compile(
            "truth|persuad|sure.?thing|lost.?cause|sleeping|disposition|taste"
                    + "|happiness|wealth|poor.?payer|if.?offered|would|draw",
            Pattern.CASE_INSENSITIVE);

    private static final Shop LOADED = new Shop(FIRST_START);

    @BeforeAll
    static void loadOnFirstStart() {
        LOADED.loader.load();
    }

    @Test
    void storesTheMarketOfTheFirstDay() {
        CustomerRecord expected =
                DemoMarket.standard(LocalDate.now(FIRST_START)).customers().get(4711);

        assertThat(LOADED.loader.isLoaded()).isTrue();
        assertThat(LOADED.customers.find(expected.profile().id())).contains(expected.profile());
        assertThat(LOADED.customers.personalData(expected.profile().id())).isEqualTo(expected.personal());
        assertThat(LOADED.customers.list(Market.EBU, null, 0, 1).total()).isEqualTo(1_000);
        assertThat(LOADED.catalogues.current().bundles()).hasSize(11);
    }

    @Test
    void aRestartChangesNothing() {
        String before = LOADED.contents();

        DemoLoader restarted = LOADED.loader(new JdbcPastCampaigns(LOADED.database, JSON), A_MONTH_LATER);
        assertThat(restarted.isLoaded()).isFalse();
        restarted.load();

        assertThat(restarted.isLoaded()).isTrue();
        assertThat(LOADED.contents()).isEqualTo(before);
    }

    @Test
    void anInterruptedLoadLeavesNothingBehind() {
        Shop shop = new Shop(FIRST_START);
        DemoLoader interrupted = shop.loader(new Interrupted(), FIRST_START);

        assertThatThrownBy(interrupted::load).isInstanceOf(IllegalStateException.class);

        assertThat(interrupted.isLoaded()).isFalse();
        assertThat(shop.customers.list(null, null, 0, 1).total()).isZero();
        assertThat(shop.catalogues.current().offers()).isEmpty();
    }

    /** The ground truth may be seen in the market's answers only, never be read anywhere. */
    @Test
    void noTableColumnOrStoredKeyHoldsTheGroundTruth() throws JsonProcessingException {
        JdbcClient jdbc = LOADED.jdbc;
        Set<String> names = new TreeSet<>(jdbc.sql(
                        "SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns"
                                + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema')")
                .query(String.class)
                .list());
        assertThat(names).contains("outcome.past_contact.bought", "customer.customer.profile");
        List<String> profiles = jdbc.sql("SELECT profile::text FROM customer.customer")
                .query(String.class)
                .list();
        assertThat(profiles).hasSize(5_000);
        for (String profile : profiles) {
            collectKeys(JSON.readTree(profile), names);
        }
        assertThat(names).contains("householdSize", "subsidiaries");

        assertThat(names).filteredOn(name -> HIDDEN.matcher(name).find()).isEmpty();
        assertThat(jdbc.sql("SELECT DISTINCT json_object_keys(features) FROM outcome.past_features")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .isSubsetOf(CustomerFeatures.names());
    }

    /** Loaded and read back it is the history the models that ship were trained on. */
    @Test
    void theHistoryOfTheDatabaseIsTheOneTheMarketTells() {
        TrainingHistory told = new DemoTrainingHistory(DemoMarket.standard(LocalDate.now(FIRST_START)));
        TrainingHistory stored = new JdbcTrainingHistory(LOADED.database, JSON, FIRST_START, ZoneOffset.UTC);

        assertSame(told.contacts(), stored.contacts(), 148_000);
        assertSame(told.snapshots(), stored.snapshots(), 16_000);
        assertThat(stored.sha256()).hasSize(64).isEqualTo(stored.sha256());
    }

    private static <T> void assertSame(Stream<T> told, Stream<T> stored, int atLeast) {
        try (told;
                stored) {
            Iterator<T> expected = told.iterator();
            int count = 0;
            for (Iterator<T> found = stored.iterator(); found.hasNext(); count++) {
                T example = found.next();
                if (!example.equals(expected.next())) {
                    fail("Example %d is another one: %s", count, example);
                }
            }
            assertThat(expected.hasNext()).isFalse();
            assertThat(count).isGreaterThan(atLeast);
        }
    }

    /** What the simulation computes with Java the feature run finds with SQL. */
    @Test
    void aFeatureRunFindsNothingToChangeInTheMarket() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(LOADED.database));
        RefreshFeatures refresh = new JdbcRefreshFeatures(LOADED.jdbc, JSON, FIRST_START);
        Map<CustomerId, CustomerProfile> market = DemoMarket.standard(LocalDate.now(FIRST_START)).customers().stream()
                .collect(Collectors.toMap(it -> it.profile().id(), CustomerRecord::profile));

        transaction.executeWithoutResult(status -> {
            int changed = refresh.refresh();
            assertThat(changed).as("rounded the other way in the sixth decimal").isLessThan(50);
            LOADED.customers.list(null, null, 0, 5_000).items().forEach(found -> {
                Map<String, Double> expected = CustomerFeatures.of(market.get(found.id()), LocalDate.now(FIRST_START));
                Map<String, Double> features = CustomerFeatures.of(found, LocalDate.now(FIRST_START));
                assertThat(features.keySet()).isEqualTo(expected.keySet());
                features.forEach((name, value) -> assertThat(value)
                        .as("%s of %s", name, found.id())
                        .isCloseTo(expected.get(name), within(2e-4)));
            });
            status.setRollbackOnly();
        });
    }

    private static void collectKeys(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> collectKeys(child, keys));
    }

    /** Fails after customers and catalogue were written. */
    private static final class Interrupted implements PastCampaigns {
        @Override
        public void store(Stream<PastContact> contacts) {
            throw new IllegalStateException("interrupted");
        }

        @Override
        public Stream<PastContact> stream() {
            return Stream.empty();
        }

        @Override
        public long count() {
            return 0;
        }
    }

    /** A database with the rooms the market is loaded into. */
    private static final class Shop {
        final DataSource database = TestPostgres.migratedDatabase();
        final JdbcClient jdbc = JdbcClient.create(database);
        final CustomerHistory history = new JdbcCustomerHistory(database);
        final Catalogues catalogues;
        final Customers customers;
        final DemoLoader loader;

        Shop(Clock clock) {
            catalogues = new JdbcCatalogues(jdbc, JSON, clock);
            customers = new JdbcCustomers(jdbc, JSON, new CustomerRows(jdbc, JSON, clock), clock, () -> "test");
            loader = loader(new JdbcPastCampaigns(database, JSON), clock);
        }

        DemoLoader loader(PastCampaigns campaigns, Clock clock) {
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            return new DemoLoader(
                    new PublishCatalogue(catalogues), customers, campaigns, history, DemoFiles.truth(), transaction, clock);
        }

        String contents() {
            return jdbc.sql("""
                SELECT (SELECT md5(string_agg(id || profile::text, '' ORDER BY id)) FROM customer.customer)
                    || (SELECT count(*) || max(contacted_on)::text FROM outcome.past_contact)
                    || (SELECT count(*) FROM customer.usage_month)\
                """).query(String.class).single();
        }
    }
}
