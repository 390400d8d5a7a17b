package io.crosswise.learning.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.LifeEvent;
import io.crosswise.customer.LifeEvent.What;
import io.crosswise.learning.Aftermath;
import io.crosswise.learning.ContactExample;
import io.crosswise.learning.SnapshotExample;
import io.crosswise.learning.TrainingHistory;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's past read from the views {@code report.training_contact} and {@code report.training_snapshot}. */
public final class JdbcTrainingHistory implements TrainingHistory {
    private static final String CONTACTS =
            "SELECT * FROM report.training_contact WHERE settled_on <= ? ORDER BY contacted_on, customer_id, occasion";
    private static final String SNAPSHOTS = "SELECT * FROM report.training_snapshot ORDER BY as_of, customer_id";
    /** Sums of row hashes do not depend on the order of the rows. */
    private static final String FINGERPRINT =
            """
            SELECT concat_ws('|',
                (SELECT concat(count(*), ' ', sum(hashtextextended(c::text, 0)::numeric))
                    FROM report.training_contact c WHERE settled_on <= ?),
                (SELECT concat(count(*), ' ', sum(hashtextextended(s::text, 0)::numeric)) FROM report.training_snapshot s))
            """;
    private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};
    private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};
    private static final TypeReference<Map<LocalDate, Double>> MARGINS = new TypeReference<>() {};

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone whose hours count */
    public JdbcTrainingHistory(DataSource dataSource, ObjectMapper json, Clock clock, ZoneId zone) {
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    private record Event(What what, ServiceCategory category, LocalDate on) {}

    @Override
    public Stream<ContactExample> contacts() {
        return Cursor.stream(dataSource, CONTACTS, new Contacts()::read, LocalDate.now(clock));
    }

    @Override
    public Stream<SnapshotExample> snapshots() {
        return Cursor.stream(dataSource, SNAPSHOTS, this::snapshot);
    }

    /** Changes with every row that could change an example. */
    @Override
    public String sha256() {
        String rows = JdbcClient.create(dataSource)
                .sql(FINGERPRINT)
                .param(LocalDate.now(clock))
                .query(String.class)
                .single();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Remembers the features read last: a customer's contacts of one day have the same. */
    private final class Contacts {
        private String lastText;
        private Map<String, Double> lastFeatures;

        ContactExample read(ResultSet row) throws SQLException {
            String text = row.getString("features");
            if (!text.equals(lastText)) {
                lastText = text;
                lastFeatures = parse(text, FEATURES);
            }
            String channel = row.getString("channel");
            return new ContactExample(
                    new CustomerId(row.getString("customer_id")),
                    row.getObject("contacted_on", LocalDate.class),
                    lastFeatures.get("market_ebu") == 1 ? Market.EBU : Market.B2C,
                    ServiceCategory.valueOf(row.getString("category")),
                    row.getString("offer_code"),
                    row.getBoolean("upgrade"),
                    channel == null ? null : ChannelCode.valueOf(channel),
                    channel == null ? null : hourBand(row),
                    row.getBoolean("treated"),
                    row.getBoolean("bought"),
                    lastFeatures);
        }
    }

    private Integer hourBand(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("contacted_at");
        return at == null
                ? row.getObject("hour_band", Integer.class)
                : HourBand.of(at.toInstant().atZone(zone).toLocalTime())
                        .map(HourBand::number)
                        .orElse(null);
    }

    private SnapshotExample snapshot(ResultSet row) throws SQLException {
        CustomerId customer = new CustomerId(row.getString("customer_id"));
        Set<ServiceCategory> held = EnumSet.noneOf(ServiceCategory.class);
        texts(row, "held").forEach(category -> held.add(ServiceCategory.valueOf(category)));
        FeatureSnapshot snapshot = new FeatureSnapshot(
                customer,
                row.getObject("as_of", LocalDate.class),
                Market.valueOf(row.getString("market")),
                held,
                Set.copyOf(texts(row, "services")),
                row.getBigDecimal("margin") == null ? null : row.getBigDecimal("margin").doubleValue(),
                parse(row.getString("features"), FEATURES));
        List<LifeEvent> events = orElse(row.getString("events"), EVENTS, List.<Event>of()).stream()
                .map(event -> new LifeEvent(customer, event.what(), event.category(), event.on()))
                .toList();
        return Aftermath.of(
                snapshot,
                events,
                orElse(row.getString("margins"), MARGINS, Map.of()),
                row.getObject("observed_until", LocalDate.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private <T> T orElse(String text, TypeReference<T> type, T otherwise) {
        return text == null ? otherwise : parse(text, type);
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored history cannot be read back", e);
        }
    }
}
