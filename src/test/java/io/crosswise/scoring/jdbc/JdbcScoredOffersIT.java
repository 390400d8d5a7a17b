package io.crosswise.scoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.scoring.Comparison.Arm;
import io.crosswise.scoring.PairedScores;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcScoredOffersIT {
    private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");
    private static final String TV = "propensity-tv";

    private final Database database = new Database();
    private final JdbcScoredOffers offers = new JdbcScoredOffers(database.jdbc);

    @BeforeEach
    void aCatalogue() {
        database.jdbc
                .sql("INSERT INTO catalog.catalogue (version, published_at, document) VALUES ('k', now(), ?::json)")
                .param("{\"services\":[{\"code\":\"TV_1\",\"category\":\"TV\"},{\"code\":\"FIBRE\",\"category\":\"HBB\"}]}")
                .update();
    }

    @Test
    void countsEachCustomerOnceWhateverTheNumberOfDecisions() {
        offer("D-1", "A", "2", null, "TV_1", "ACCEPTED", 1);
        offer("D-2", "A", "2", null, "TV_1", "DECLINED", 2);
        offer("D-3", "B", "2", null, "TV_1", "PRESENTED", 1);
        decision("D-4", "C", "NO_OFFER", scores("2", null), null, 1);
        decision("D-5", "D", "HELD_OUT", scores("2", null), null, 1);
        offer("D-6", "E", "1", null, "TV_1", "ACCEPTED", 1);
        offer("D-7", "F", "2", null, "TV_1", "ACCEPTED", -1);

        assertThat(offers.arm(TV, "2", SINCE)).isEqualTo(new Arm(3, 1));
        assertThat(offers.arm(TV, "1", SINCE)).isEqualTo(new Arm(1, 1));
        assertThat(offers.arm(TV, "9", SINCE)).isEqualTo(new Arm(0, 0));
        assertThat(offers.arm("churn", "2", SINCE)).isEqualTo(new Arm(0, 0));
    }

    @Test
    void pairsWhatBothSaidOfOffersOfTheCategoryThatWereAnswered() {
        offer("D-1", "A", "1", "2", "TV_1", "ACCEPTED", 1);
        offer("D-2", "B", "1", "2", "TV_1", "EXPIRED", 2);
        offer("D-3", "C", "1", "2", "TV_1", "PRESENTED", 3);
        offer("D-4", "D", "1", "2", "FIBRE", "DECLINED", 4);
        offer("D-5", "E", "1", null, "TV_1", "DECLINED", 5);
        offer("D-6", "F", "1", "2", "TV_1", "DECLINED", -1);

        PairedScores pairs = offers.pairs(TV, "1", "2", ServiceCategory.TV, null, SINCE);

        assertThat(pairs.converted()).containsExactly(false, true);
        assertThat(pairs.champion()).containsExactly(0.2, 0.2);
        assertThat(pairs.challenger()).containsExactly(0.3, 0.3);
        assertThat(offers.pairs(TV, "1", "2", null, ChannelCode.EMAIL, SINCE).converted()).hasSize(3);
        assertThat(offers.pairs(TV, "1", "2", null, ChannelCode.SMS, SINCE).converted()).isEmpty();
    }

    private void offer(String id, String customer, String version, String shadow, String service, String state, int day) {
        decision(id, customer, "OFFER", scores(version, shadow), service, day);
        database.jdbc
                .sql("INSERT INTO decision.offer (decision_id, customer_id, channel, state, state_at, discount)"
                        + " VALUES (?, ?, 'EMAIL', ?, ?, 0)")
                .params(id, customer, state, at(day))
                .update();
        if (state.equals("ACCEPTED")) {
            database.jdbc
                    .sql("INSERT INTO outcome.conversion (decision_id, customer_id, offer_code, category, monthly_net_price, revenue,"
                            + " trigger_type, market, converted_at) VALUES (?, ?, 'O', 'TV', 1, 12, 'promotion-end', 'B2C', ?)")
                    .params(id, customer, at(day))
                    .update();
        }
    }

    private void decision(String id, String customer, String outcome, String scores, String service, int day) {
        String offer = service == null ? "" : ",\"offer\":{\"services\":[\"" + service + "\"]}";
        database.jdbc
                .sql("INSERT INTO decision.decision (decision_id, trigger_id, trigger_type, customer_id, market, decided_at, outcome,"
                        + " record, input) VALUES (?, ?, 'promotion-end', ?, 'B2C', ?, ?, ?::json, '{}')")
                .params(id, id, customer, at(day), outcome, "{\"catalogueVersion\":\"k\"" + scores + offer + "}")
                .update();
    }

    private static String scores(String version, String shadow) {
        String decided = ",\"scores\":[{\"model\":\"propensity-tv\",\"version\":\"" + version + "\",\"value\":0.2}]";
        return shadow == null
                ? decided
                : decided + ",\"shadowScores\":[{\"model\":\"propensity-tv\",\"version\":\"" + shadow + "\",\"value\":0.3}]";
    }

    private static Timestamp at(int day) {
        return Timestamp.from(SINCE.plus(Duration.ofDays(day)));
    }
}
