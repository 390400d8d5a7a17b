package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.Customers;
import io.crosswise.customer.LifeEvent.What;
import io.crosswise.customer.PersonalData;
import io.crosswise.customer.UnknownCustomer;
import io.crosswise.customer.jdbc.CustomerRows.HashedRecord;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Page;
import io.crosswise.shared.Segment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Customers in PostgreSQL: one row per customer is all a decision reads and locks. */
@Transactional
public class JdbcCustomers implements Customers {
    private static final String FILTER = " FROM customer.customer WHERE market = coalesce(?, market)"
            + " AND (?::text IS NULL OR segment = ?) AND erased_at IS NULL";

    private final JdbcClient jdbc;
    private final CustomerRows rows;
    private final ProfileJson profiles;
    private final Clock clock;
    private final Supplier<String> whoActs;

    /** @param whoActs the user or process in whose name answers are logged */
    public JdbcCustomers(JdbcClient jdbc, ObjectMapper json, CustomerRows rows, Clock clock, Supplier<String> whoActs) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.profiles = new ProfileJson(json);
        this.clock = clock;
        this.whoActs = whoActs;
    }

    @Override
    public Optional<CustomerProfile> find(CustomerId id) {
        return one("SELECT profile FROM customer.customer WHERE id = ? AND erased_at IS NULL", id);
    }

    @Override
    public Optional<CustomerProfile> lock(CustomerId id) {
        return one("SELECT profile FROM customer.customer WHERE id = ? AND erased_at IS NULL FOR UPDATE", id);
    }

    @Override
    public Page<CustomerProfile> list(Market market, Segment segment, int page, int size) {
        long total = jdbc.sql("SELECT count(*)" + FILTER)
                .params(name(market), name(segment), name(segment))
                .query(Long.class)
                .single();
        List<CustomerProfile> items = jdbc.sql("SELECT profile" + FILTER + " ORDER BY id LIMIT ? OFFSET ?")
                .params(name(market), name(segment), name(segment), size, (long) page * size)
                .query(profiles::read)
                .list();
        return new Page<>(items, page, size, total);
    }

    @Override
    public List<CustomerProfile> inOrder(CustomerId after, int limit) {
        return jdbc.sql("SELECT profile FROM customer.customer WHERE id > ? AND erased_at IS NULL ORDER BY id LIMIT ?")
                .params(after == null ? "" : after.value(), limit)
                .query(profiles::read)
                .list();
    }

    @Override
    public PersonalData personalData(CustomerId id) {
        return jdbc.sql("SELECT name, email, phone FROM customer.personal_data WHERE customer_id = ?")
                .param(id.value())
                .query((row, n) -> new PersonalData(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .orElse(PersonalData.UNKNOWN);
    }

    @Override
    public void store(Collection<CustomerRecord> customers) {
        rows.write(customers.stream().map(customer -> new HashedRecord(customer, null)).toList());
    }

    @Override
    public void addHolding(CustomerId id, Holding holding) {
        CustomerProfile before = lock(id).orElseThrow(() -> UnknownCustomer.withId(id));
        CustomerProfile after = before.withHolding(holding, LocalDate.now(clock));
        if (after != before) {
            change(id, profiles.write(after));
            remember(id, holding, before);
        }
    }

    /** A second service beside one of the same category is neither a first nor a larger one. */
    private void remember(CustomerId id, Holding bought, CustomerProfile before) {
        boolean first = !before.heldCategories().contains(bought.category());
        boolean larger = before.holdings().stream()
                .anyMatch(held -> held.category() == bought.category()
                        && held.tier() != null
                        && bought.tier() != null
                        && held.tier() < bought.tier());
        if (first || larger) {
            jdbc.sql("INSERT INTO customer.life_event (customer_id, what, category, happened_on) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")
                    .params(
                            id.value(),
                            (first ? What.BOUGHT : What.UPGRADED).name(),
                            bought.category().name(),
                            bought.since() == null ? LocalDate.now(clock) : bought.since())
                    .update();
        }
    }

    @Override
    public void recordConsents(CustomerId id, Map<ChannelCode, Boolean> answers) {
        CustomerProfile before = lock(id).orElseThrow(() -> UnknownCustomer.withId(id));
        Map<ChannelCode, Boolean> known = new EnumMap<>(ChannelCode.class);
        known.putAll(before.consents());
        known.putAll(answers);
        change(id, profiles.write(Map.of("consents", known)));
        OffsetDateTime now = OffsetDateTime.now(clock);
        answers.forEach((channel, granted) -> jdbc.sql(
                        "INSERT INTO customer.consent_change (customer_id, channel, granted, changed_by, changed_at)"
                                + " VALUES (?, ?, ?, ?, ?)")
                .params(id.value(), channel.name(), granted, whoActs.get(), now)
                .update());
    }

    @Override
    public CustomerId erasePersonalData(CustomerId id) {
        boolean erased = jdbc.sql("SELECT erased_at IS NOT NULL FROM customer.customer WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> UnknownCustomer.withId(id));
        if (!erased) {
            refuseAllChannels(id);
        }
        jdbc.sql("""
                        UPDATE customer.customer SET source_hash = NULL, erased_at = coalesce(erased_at, :now), updated_at = :now,
                            profile = jsonb_build_object('id', id, 'market', market, 'status', 'FORMER', 'source', source,
                                'consents', profile -> 'consents')
                        WHERE id = :id""")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id.value())
                .update();
        for (String table : List.of("personal_data", "usage_month", "feature_snapshot", "feature_work", "life_event")) {
            jdbc.sql("DELETE FROM customer." + table + " WHERE customer_id = ?").param(id.value()).update();
        }
        return new CustomerId(jdbc.sql("SELECT 'erased:' || gen_random_uuid()").query(String.class).single());
    }

    /** Proves that the person wants to hear no more. */
    private void refuseAllChannels(CustomerId id) {
        Map<ChannelCode, Boolean> refusals = new EnumMap<>(ChannelCode.class);
        for (ChannelCode channel : ChannelCode.values()) {
            refusals.put(channel, false);
        }
        recordConsents(id, refusals);
    }

    /** Writes only when something changes: most decisions find the segment as it was. */
    @Override
    public void assignSegment(CustomerId id, Segment segment, String sociostyle) {
        Map<String, Object> assigned = new HashMap<>();
        assigned.put("segment", segment);
        assigned.put("sociostyle", sociostyle);
        change(id, profiles.write(assigned));
    }

    @Override
    public List<CustomerId> withoutSegment(int limit) {
        return jdbc.sql("SELECT id FROM customer.customer WHERE segment IS NULL AND erased_at IS NULL ORDER BY id LIMIT ?")
                .param(limit)
                .query((row, n) -> new CustomerId(row.getString(1)))
                .list();
    }

    private Optional<CustomerProfile> one(String sql, CustomerId id) {
        return jdbc.sql(sql).param(id.value()).query(profiles::read).optional();
    }

    /** Lays the members given over the profile; a null member is removed. */
    private void change(CustomerId id, String members) {
        int known = jdbc.sql(
                        """
                        WITH known AS (SELECT id FROM customer.customer WHERE id = ?),
                        changed AS (
                            UPDATE customer.customer
                            SET profile = jsonb_strip_nulls(profile || m.members), updated_at = ?
                            FROM (SELECT ?::jsonb) AS m (members)
                            WHERE id = ? AND profile IS DISTINCT FROM jsonb_strip_nulls(profile || m.members))
                        SELECT count(*) FROM known
                        """)
                .params(id.value(), OffsetDateTime.now(clock), members, id.value())
                .query(Integer.class)
                .single();
        if (known == 0) {
            throw UnknownCustomer.withId(id);
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
