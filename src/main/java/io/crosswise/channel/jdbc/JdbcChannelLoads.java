package io.crosswise.channel.jdbc;

import io.crosswise.channel.ChannelLoads;
import io.crosswise.shared.ChannelCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the view {@code report.channel_load}. */
public class JdbcChannelLoads implements ChannelLoads {
    private static final String COUNT =
            """
            SELECT channel, count(*) AS contacts FROM report.channel_load
            WHERE channel IN (:channels) AND (presented_at IS NULL OR presented_at >= :startOfDay)
            GROUP BY channel""";

    private final JdbcClient jdbc;

    public JdbcChannelLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ChannelCode, Integer> since(Instant startOfDay, Set<ChannelCode> channels) {
        Map<ChannelCode, Integer> loads = new EnumMap<>(ChannelCode.class);
        jdbc.sql(COUNT)
                .param("channels", channels.stream().map(Enum::name).toList())
                .param("startOfDay", Timestamp.from(startOfDay))
                .query(row -> {
                    loads.put(ChannelCode.valueOf(row.getString("channel")), row.getInt("contacts"));
                });
        return loads;
    }
}
