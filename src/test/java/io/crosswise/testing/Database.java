package io.crosswise.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.jdbc.JdbcDecisions;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database of its own with a decision log, for tests of the rooms after {@code decision}. */
public final class Database {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public final DataSource dataSource = TestPostgres.migratedDatabase();
    public final JdbcClient jdbc = JdbcClient.create(dataSource);
    public final DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
    public final TransactionTemplate transaction = new TransactionTemplate(transactions);
    public final JdbcDecisions decisions = new JdbcDecisions(jdbc, JSON);

    public Database with(DecisionWithState... made) {
        for (DecisionWithState decision : made) {
            decisions.record(decision.decision(), null, decision.state());
        }
        return this;
    }

    /** A customer of whom nothing is known, in the customers' table too. */
    public Database withCustomer(String id) {
        jdbc.sql("INSERT INTO customer.customer (id, profile, updated_at) VALUES (?, ?::jsonb, now())")
                .params(id, "{\"market\":\"B2C\",\"status\":\"ACTIVE\",\"source\":\"test\"}")
                .update();
        return this;
    }

    public long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
