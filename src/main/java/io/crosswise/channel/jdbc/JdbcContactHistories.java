package io.crosswise.channel.jdbc;

import io.crosswise.channel.ContactHistories;
import io.crosswise.policy.ContactHistory;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in {@code channel.touch}; an unconfirmed touch counts, since the customer may have been disturbed. */
public class JdbcContactHistories implements ContactHistories {
    private static final String COUNT =
            """
            SELECT channel, count(*) FILTER (WHERE at > :week) AS contacts7d, count(*) AS contacts30d
            FROM channel.touch
            WHERE customer_id = :customer AND state IN ('SENT', 'UNCONFIRMED') AND at > :month AND at <= :now
            GROUP BY channel""";

    private final JdbcClient jdbc;

    public JdbcContactHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ContactHistory of(CustomerId customer, Instant now, Instant lastRefusal) {
        Map<ChannelCode, Integer> contacts7d = new EnumMap<>(ChannelCode.class);
        Map<ChannelCode, Integer> contacts30d = new EnumMap<>(ChannelCode.class);
        jdbc.sql(COUNT)
                .param("customer", customer.value())
                .param("now", Timestamp.from(now))
                .param("week", Timestamp.from(now.minus(Duration.ofDays(7))))
                .param("month", Timestamp.from(now.minus(Duration.ofDays(30))))
                .query(row -> {
                    ChannelCode channel = ChannelCode.valueOf(row.getString("channel"));
                    contacts30d.put(channel, row.getInt("contacts30d"));
                    if (row.getInt("contacts7d") > 0) {
                        contacts7d.put(channel, row.getInt("contacts7d"));
                    }
                });
        return new ContactHistory(
                Collections.unmodifiableMap(contacts7d), Collections.unmodifiableMap(contacts30d), lastRefusal);
    }
}
