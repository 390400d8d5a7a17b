package io.crosswise.channel.jdbc;

import io.crosswise.channel.ContactHistories;
import io.crosswise.policy.ContactHistory;
import io.crosswise.policy.PastTouch;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.ServiceCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code channel.touch}; an unconfirmed touch counts, since the customer may have been disturbed. */
public class JdbcContactHistories implements ContactHistories {
    private static final String TOUCHES =
            """
            SELECT channel, at, offer_code, offer_groups FROM channel.touch
            WHERE customer_id = :customer AND state IN ('SENT', 'UNCONFIRMED') AND message_class = 'MARKETING'
              AND at > :from AND at <= :now
            ORDER BY at DESC, touch_id DESC""";

    private final JdbcClient jdbc;

    public JdbcContactHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PastTouch> of(CustomerId customer, Instant now) {
        return jdbc.sql(TOUCHES)
                .param("customer", customer.value())
                .param("now", Timestamp.from(now))
                .param("from", Timestamp.from(now.minus(ContactHistory.REACH)))
                .query(JdbcContactHistories::touch)
                .list();
    }

    private static PastTouch touch(ResultSet row, int number) throws SQLException {
        String groups = row.getString("offer_groups");
        return new PastTouch(
                ChannelCode.valueOf(row.getString("channel")),
                row.getTimestamp("at").toInstant(),
                row.getString("offer_code"),
                groups == null ? List.of() : Arrays.stream(groups.split(",")).map(ServiceCategory::valueOf).toList());
    }
}
