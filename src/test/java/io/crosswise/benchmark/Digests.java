package io.crosswise.benchmark;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was decided in the rounds, one line per customer: outcome, offer, channel, expected value and every candidate's verdict. */
final class Digests {
    private static final String READ =
            """
            SELECT i.source || ' ' || d.customer_id,
                   concat_ws(' ', d.outcome, d.offer_code, d.channel, d.expected_value, d.record ->> 'candidates')
            FROM decision.decision d JOIN trigger.inbox i USING (trigger_id)
            WHERE i.source IN ('/benchmark/round', '/benchmark/counted')""";

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

    static double shareOfOffers(Map<String, String> digests) {
        return digests.values().stream().filter(digest -> digest.startsWith("OFFER ")).count() / (double) digests.size();
    }
}
