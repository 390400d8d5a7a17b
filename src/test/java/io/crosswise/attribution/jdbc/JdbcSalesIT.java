package io.crosswise.attribution.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.attribution.Sale;
import io.crosswise.attribution.Sale.PathTouch;
import io.crosswise.channel.Touch;
import io.crosswise.channel.jdbc.JdbcTouches;
import io.crosswise.outcome.Conversion;
import io.crosswise.outcome.jdbc.JdbcConversions;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcSalesIT {
    private static final CustomerId ANNA = new CustomerId("C-000042");
    private static final Instant SOLD = DECIDED_AT.plus(Duration.ofDays(3));

    private final Database database = new Database();
    private final JdbcTouches touches = new JdbcTouches(database.jdbc, database.transactions);
    private final JdbcSales sales = new JdbcSales(database.jdbc);

    @BeforeEach
    void twoOffersToAnna() {
        database.with(
                aDecision().withId("D-1").withState(),
                aDecision().withId("D-2").on(ChannelCode.CALL_CENTRE).inSegment(null).withState());
    }

    @Test
    void joinsASaleWithTheTouchesBeforeItOldestFirst() {
        sent("D-1", ANNA, ChannelCode.EMAIL, DECIDED_AT.plusSeconds(10));
        sent("D-2", ANNA, ChannelCode.CALL_CENTRE, DECIDED_AT);
        sold("D-1", ANNA, SOLD);

        assertThat(all(null, null))
                .containsExactly(new Sale(
                        new DecisionId("D-1"), SOLD, Money.euros("420"),
                        List.of(
                                new PathTouch(DECIDED_AT, false, "CALL_CENTRE", "O-FIBRE", null, "promotion-end"),
                                new PathTouch(
                                        DECIDED_AT.plusSeconds(10), true, "EMAIL", "O-FIBRE", "B2C_LOYALTY",
                                        "promotion-end"))));
    }

    @Test
    void leavesOutWhatNeverArrivedCameLaterOrWentToSomebodyElse() {
        touches.record(Touch.suppressed(new DecisionId("D-1"), ANNA, ChannelCode.EMAIL, DECIDED_AT, "OPTED_OUT"));
        sent("D-2", ANNA, ChannelCode.CALL_CENTRE, SOLD.plusSeconds(1));
        sent("D-3", new CustomerId("C-1"), ChannelCode.EMAIL, DECIDED_AT);
        sent("D-4", ANNA, ChannelCode.EMAIL, SOLD.minus(Duration.ofDays(366)));
        sold("D-1", ANNA, SOLD);

        assertThat(all(null, null)).singleElement().extracting(Sale::touches).isEqualTo(List.of());
    }

    @Test
    void keepsTheTouchOfTheOfferAcceptedThoughItsClockRunsAhead() {
        sent("D-1", ANNA, ChannelCode.EMAIL, SOLD.plusSeconds(60));
        sold("D-1", ANNA, SOLD);

        assertThat(all(null, null)).singleElement().satisfies(sale -> assertThat(sale.touches()).hasSize(1));
    }

    @Test
    void readsAPeriodFromInclusiveToExclusive() {
        sold("D-1", ANNA, SOLD);
        sold("D-2", ANNA, SOLD.plusSeconds(1));

        assertThat(all(SOLD, SOLD.plusSeconds(1))).extracting(sale -> sale.decisionId().value()).containsExactly("D-1");
        assertThat(all(SOLD.plusSeconds(1), null)).extracting(sale -> sale.decisionId().value()).containsExactly("D-2");
        assertThat(all(null, SOLD)).isEmpty();
        assertThat(all(null, null)).hasSize(2);
    }

    private List<Sale> all(Instant from, Instant to) {
        List<Sale> found = new ArrayList<>();
        sales.forEach(from, to, found::add);
        return found;
    }

    private void sent(String decision, CustomerId customer, ChannelCode channel, Instant at) {
        touches.record(Touch.sent(new DecisionId(decision), customer, channel, at));
    }

    private void sold(String decision, CustomerId customer, Instant at) {
        new JdbcConversions(database.jdbc)
                .record(new Conversion(
                        new DecisionId(decision), customer, "O-FIBRE", "HBB", Money.euros("35"), "promotion-end",
                        Segment.B2C_LOYALTY, Market.B2C, at));
    }
}
