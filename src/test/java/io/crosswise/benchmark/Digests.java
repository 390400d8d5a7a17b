package io.crosswise.benchmark;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was decided in the rounds, one line per customer: outcome, offer, channel, expected value and every candidate's verdict. A
 * decision that drew for new offers says only that: the trigger's random id is its seed, so no two contenders draw alike.
 */
final class Digests {
    private static final String READ =
            """
            SELECT i.source || ' ' || d.customer_id,
                   CASE WHEN d.record ->> 'exploration' IS NULL THEN concat_ws(' ', d.outcome, d.offer_code, d.channel, d.expected_value, d.record ->> 'candidates')
                   ELSE 'DREW' END
            FROM decision.decision d JOIN trigger.inbox i USING (trigger_id)
            WHERE i.source IN ('/benchmark/round', '/benchmark/counted')""";

    private static final String DREW = "DREW";

    private final JdbcClient jdbc;

    Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, String> read() {
        Map<String, String> byCustomer = new TreeMap<>();
        jdbc.sql(READ).query(row -> {
            byCustomer.put(row.getString(1), row.getString(2));
        });
        return byCustomer;
    }

    /** Whether both decided the same, as far as chance had no say. */
    static boolean agree(String one, String other) {
        return one.equals(other) || one.equals(DREW) || other.equals(DREW);
    }

    static double shareOfOffers(Map<String, String> digests) {
        return digests.values().stream().filter(digest -> digest.startsWith("OFFER ")).count() / (double) digests.size();
    }
}
