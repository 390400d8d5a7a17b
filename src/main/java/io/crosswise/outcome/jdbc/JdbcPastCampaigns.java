package io.crosswise.outcome.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.outcome.PastCampaigns;
import io.crosswise.outcome.PastContact;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.ServiceCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Past campaigns in PostgreSQL, written with COPY: a history is a hundred thousand rows and more. */
public class JdbcPastCampaigns implements PastCampaigns {
    private static final int ROWS_PER_FETCH = 2_000;
    private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    public JdbcPastCampaigns(DataSource dataSource, ObjectMapper json) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_PER_FETCH);
        this.json = json;
    }

    @Override
    public void store(Stream<PastContact> contacts) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            PastContactCopy copy = new PastContactCopy(connection);
            contacts.forEachOrdered(copy::add);
            copy.finish();
            return null;
        });
    }

    @Override
    public Stream<PastContact> stream() {
        return jdbc.queryForStream("""
                SELECT c.campaign, c.customer_id, c.category, c.offer_code, c.upgrade, c.channel,
                    c.hour_band, c.treated, c.contacted_on, c.bought, s.features
                FROM outcome.past_contact c
                JOIN outcome.past_features s ON s.customer_id = c.customer_id AND s.as_of = c.contacted_on
                ORDER BY c.customer_id, c.contacted_on, c.campaign\
                """, (row, number) -> contact(row));
    }

    @Override
    public long count() {
        return jdbc.queryForObject("SELECT count(*) FROM outcome.past_contact", Long.class);
    }

    private PastContact contact(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        Integer hour = row.getObject("hour_band", Integer.class);
        return new PastContact(
                row.getString("campaign"),
                new CustomerId(row.getString("customer_id")),
                ServiceCategory.valueOf(row.getString("category")),
                row.getString("offer_code"),
                row.getBoolean("upgrade"),
                channel == null ? null : ChannelCode.valueOf(channel),
                hour == null ? null : HourBand.values()[hour],
                row.getBoolean("treated"),
                row.getObject("contacted_on", LocalDate.class),
                row.getBoolean("bought"),
                features(row.getString("features")));
    }

    private Map<String, Double> features(String text) {
        try {
            return json.readValue(text, FEATURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Features of a past contact cannot be read back", e);
        }
    }
}
