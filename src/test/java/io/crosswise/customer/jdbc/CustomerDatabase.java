package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.customer.ImportCustomers;
import io.crosswise.customer.RefreshFeatures;
import io.crosswise.customer.csv.CsvLineReader;
import io.crosswise.customer.yaml.YamlMappings;
import io.crosswise.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with the room's adapters on it, for tests. */
public final class CustomerDatabase {
    public static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);

    public final DataSource dataSource = TestPostgres.migratedDatabase();
    public final JdbcClient jdbc = JdbcClient.create(dataSource);
    public final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    public final CustomerRows rows = new CustomerRows(jdbc, JSON, CLOCK);
    public final JdbcCustomers customers = new JdbcCustomers(jdbc, JSON, rows, CLOCK, () -> "agent-7");
    public final JdbcUsageHistory usage = new JdbcUsageHistory(jdbc);
    public final JdbcCustomerHistory history = new JdbcCustomerHistory(dataSource);
    private final JdbcRefreshFeatures refresh = new JdbcRefreshFeatures(jdbc, JSON, CLOCK);
    public final RefreshFeatures features = () -> transaction.execute(status -> refresh.refresh());

    public JdbcFeatureRuns runs(int batch) {
        return new JdbcFeatureRuns(jdbc, JSON, history, transaction, CLOCK, batch);
    }

    /** @param mappings folder of the operator, null for the shipped mappings only */
    public ImportCustomers importCustomers(Path mappings) {
        return new ImportCustomers(
                new YamlMappings(mappings),
                new CsvLineReader(),
                new JdbcImportStaging(dataSource, JSON),
                new JdbcImportedCustomers(jdbc, rows, JSON, CLOCK, () -> "agent-7"),
                features,
                CLOCK,
                work -> transaction.execute(status -> work.get()));
    }

    public long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
