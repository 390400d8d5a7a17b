package io.crosswise.customer.jdbc;

import io.crosswise.customer.CustomerHistory;
import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.LifeEvent;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Snapshots and life events in PostgreSQL, written with COPY. */
public final class JdbcCustomerHistory implements CustomerHistory {
    private static final String SNAPSHOTS =
            "COPY customer.feature_snapshot (customer_id, as_of, market, held, services, margin, features) FROM STDIN";
    private static final String EVENTS =
            "COPY customer.life_event (customer_id, what, category, happened_on) FROM STDIN";

    private final JdbcTemplate jdbc;

    public JdbcCustomerHistory(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void keep(Stream<FeatureSnapshot> snapshots) {
        copy(SNAPSHOTS, snapshots, (rows, snapshot) -> rows.cell(snapshot.customer())
                .cell(snapshot.asOf())
                .cell(snapshot.market())
                .array(snapshot.held())
                .array(snapshot.services())
                .cell(snapshot.margin())
                .features(snapshot.features()));
    }

    @Override
    public void record(Stream<LifeEvent> events) {
        copy(EVENTS, events, (rows, event) ->
                rows.cell(event.customer()).cell(event.what()).cell(event.category()).cell(event.on()));
    }

    private <T> void copy(String statement, Stream<T> values, BiConsumer<CopiedRows, T> write) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            CopiedRows rows = new CopiedRows(connection, statement);
            values.forEachOrdered(value -> {
                write.accept(rows, value);
                rows.end();
            });
            rows.finish();
            return null;
        });
    }
}
