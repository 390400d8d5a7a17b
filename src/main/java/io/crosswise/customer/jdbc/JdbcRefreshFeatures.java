package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.RefreshFeatures;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes derived values of all customers within the transaction of an import, whose customers nobody else can see yet. */
@Transactional
public class JdbcRefreshFeatures implements RefreshFeatures {
    private static final int BATCH = 10_000;

    private final JdbcClient jdbc;
    private final JdbcDerivedValues values;

    public JdbcRefreshFeatures(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.values = new JdbcDerivedValues(jdbc, json, clock, "pg_temp.feature_work");
    }

    @Override
    public int refresh() {
        jdbc.sql("CREATE TEMPORARY TABLE feature_work (LIKE customer.feature_work INCLUDING INDEXES) ON COMMIT DROP")
                .update();
        values.prepare();
        long changed = 0;
        for (var batch = values.next("", BATCH); batch.last() != null; batch = values.next(batch.last(), BATCH)) {
            changed += batch.changed();
        }
        jdbc.sql("DROP TABLE pg_temp.feature_work").update();
        return (int) changed;
    }
}
