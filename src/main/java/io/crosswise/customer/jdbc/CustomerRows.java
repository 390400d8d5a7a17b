package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.PersonalData;
import io.crosswise.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes customers in bulk, a thousand per statement and ordered by id, so that two writers wait for each other instead of
 * deadlocking.
 */
public final class CustomerRows {
    private static final int CHUNK = 1_000;

    /**
     * A refusal outlives every new version of the profile, whatever its source says; of an erased customer nothing is taken any
     * more. Answers the new version does not know stay.
     */
    private static final String UPSERT =
            """
            INSERT INTO customer.customer AS c (id, profile, source_hash, updated_at)
            SELECT id, profile::jsonb, source_hash, ? FROM unnest(?::text[], ?::text[], ?::text[]) AS n (id, profile, source_hash)
            ON CONFLICT (id) DO UPDATE SET
                profile = EXCLUDED.profile
                    || jsonb_build_object('consents',
                        coalesce(c.profile -> 'consents', '{}') || coalesce(EXCLUDED.profile -> 'consents', '{}')
                        || (SELECT coalesce(jsonb_object_agg(key, value), '{}')
                            FROM jsonb_each(c.profile -> 'consents') WHERE value = 'false')),
                source_hash = EXCLUDED.source_hash,
                updated_at = EXCLUDED.updated_at
            WHERE c.erased_at IS NULL
            """;

    /**
     * What a new version of a profile tells has happened since the last one. A version that knows no service at all says nothing
     * about services.
     */
    private static final String EVENTS =
            """
            INSERT INTO customer.life_event (customer_id, what, category, happened_on)
            SELECT n.id, e.what, e.category, ?
            FROM unnest(?::text[], ?::text[]) AS n (id, text)
            JOIN customer.customer c ON c.id = n.id AND c.erased_at IS NULL
            CROSS JOIN LATERAL (SELECT c.profile AS earlier, n.text::jsonb AS later) p
            CROSS JOIN LATERAL (
                WITH earlier AS (
                    SELECT h ->> 'category' AS category, max((h ->> 'tier')::int) AS tier
                    FROM jsonb_array_elements(p.earlier -> 'holdings') h GROUP BY 1),
                later AS (
                    SELECT h ->> 'category' AS category, max((h ->> 'tier')::int) AS tier
                    FROM jsonb_array_elements(p.later -> 'holdings') h GROUP BY 1)
                SELECT 'LEFT' AS what, NULL AS category
                WHERE p.earlier ->> 'status' = 'ACTIVE' AND p.later ->> 'status' = 'FORMER'
                UNION ALL
                SELECT CASE WHEN l.category IS NULL THEN 'DROPPED' WHEN e.category IS NULL THEN 'BOUGHT' ELSE 'UPGRADED' END, category
                FROM earlier e FULL JOIN later l USING (category)
                WHERE (l.category IS NULL OR e.category IS NULL OR l.tier > e.tier)
                    AND p.later ->> 'status' = 'ACTIVE'
                    AND EXISTS (SELECT FROM earlier) AND EXISTS (SELECT FROM later)
                UNION ALL
                SELECT 'IN_ARREARS', NULL
                WHERE greatest((p.later #>> '{billing,daysInArrears}')::numeric, (p.later #>> '{billing,arrears}')::numeric) > 0
                    AND coalesce(greatest((p.earlier #>> '{billing,daysInArrears}')::numeric,
                        (p.earlier #>> '{billing,arrears}')::numeric), 0) <= 0) e
            ON CONFLICT DO NOTHING
            """;

    private static final String PERSONAL =
            """
            INSERT INTO customer.personal_data (customer_id, name, email, phone)
            SELECT n.* FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS n (customer_id, name, email, phone)
            JOIN customer.customer c ON c.id = n.customer_id AND c.erased_at IS NULL
            ON CONFLICT (customer_id) DO UPDATE SET name = EXCLUDED.name, email = EXCLUDED.email, phone = EXCLUDED.phone
            """;

    private static final String USAGE =
            """
            INSERT INTO customer.usage_month
                (customer_id, month, data_gb, data_allowance_gb, voice_minutes, tv_hours, billed)
            SELECT n.* FROM unnest(
                ?::text[], ?::date[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::numeric[]) AS n (customer_id)
            JOIN customer.customer c ON c.id = n.customer_id AND c.erased_at IS NULL
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ProfileJson profiles;

    public CustomerRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.profiles = new ProfileJson(json);
    }

    /** Replaces the customers given; of two with the same id the later one counts. */
    void write(Collection<HashedRecord> customers) {
        Map<String, HashedRecord> byId = new TreeMap<>();
        customers.forEach(customer -> byId.put(customer.customer().profile().id().value(), customer));
        List<HashedRecord> ordered = List.copyOf(byId.values());
        for (int from = 0; from < ordered.size(); from += CHUNK) {
            writeChunk(ordered.subList(from, Math.min(from + CHUNK, ordered.size())));
        }
    }

    private void writeChunk(List<HashedRecord> chunk) {
        List<CustomerRecord> customers = chunk.stream().map(HashedRecord::customer).toList();
        String[] written = texts(customers, customer -> profiles.write(customer.profile()));
        jdbc.sql(EVENTS)
                .param(LocalDate.now(clock))
                .param(ids(customers))
                .param(written)
                .update();
        jdbc.sql(UPSERT)
                .param(OffsetDateTime.now(clock))
                .param(ids(customers))
                .param(written)
                .param(texts(chunk, HashedRecord::sourceHash))
                .update();
        writePersonalData(customers);
        writeUsage(customers);
    }

    private void writePersonalData(List<CustomerRecord> customers) {
        jdbc.sql("DELETE FROM customer.personal_data WHERE customer_id = ANY (?)").param(ids(customers)).update();
        List<CustomerRecord> known = customers.stream()
                .filter(customer -> customer.personal() != null && !customer.personal().equals(PersonalData.UNKNOWN))
                .toList();
        jdbc.sql(PERSONAL)
                .param(ids(known))
                .param(texts(known, customer -> customer.personal().name()))
                .param(texts(known, customer -> customer.personal().email()))
                .param(texts(known, customer -> customer.personal().phone()))
                .update();
    }

    private void writeUsage(List<CustomerRecord> customers) {
        jdbc.sql("DELETE FROM customer.usage_month WHERE customer_id = ANY (?)").param(ids(customers)).update();
        List<String> ids = new ArrayList<>();
        List<MonthlyUsage> months = new ArrayList<>();
        for (CustomerRecord customer : customers) {
            for (MonthlyUsage month : customer.usage()) {
                ids.add(customer.profile().id().value());
                months.add(month);
            }
        }
        jdbc.sql(USAGE)
                .param(ids.toArray(String[]::new))
                .param(months.stream().map(month -> month.month().atDay(1).toString()).toArray(String[]::new))
                .param(numbers(months, MonthlyUsage::dataGb))
                .param(numbers(months, MonthlyUsage::dataAllowanceGb))
                .param(numbers(months, MonthlyUsage::voiceMinutes))
                .param(numbers(months, MonthlyUsage::tvHours))
                .param(texts(months, month -> amount(month.billed())))
                .update();
    }

    private static String amount(Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    private static String[] ids(List<CustomerRecord> customers) {
        return texts(customers, customer -> customer.profile().id().value());
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Double[] numbers(List<T> rows, Function<T, Double> column) {
        return rows.stream().map(column).toArray(Double[]::new);
    }

    /** @param sourceHash of the lines it was imported from; null when it was not imported */
    record HashedRecord(CustomerRecord customer, String sourceHash) {}
}
