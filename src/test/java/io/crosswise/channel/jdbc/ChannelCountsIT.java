package io.crosswise.channel.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.channel.Touch;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.OfferState;
import io.crosswise.policy.PastTouch;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelCountsIT {
    private static final CustomerId ANNA = new CustomerId("C-000042");

    private final Database database = new Database().withCustomer("C-000042");
    private final JdbcTouches touches = new JdbcTouches(database.jdbc, database.transactions);
    private final JdbcContactHistories histories = new JdbcContactHistories(database.jdbc);
    private final JdbcChannelLoads loads = new JdbcChannelLoads(database.jdbc);

    @Test
    void remembersTheTouchesOfAQuarterNewestFirst() {
        sent("now", ANNA, ChannelCode.EMAIL, Duration.ZERO);
        sent("three months ago", ANNA, ChannelCode.EMAIL, Duration.ofDays(92));
        sent("a call", ANNA, ChannelCode.CALL_CENTRE, Duration.ofDays(20));
        sent("somebody else", new CustomerId("C-1"), ChannelCode.EMAIL, Duration.ofDays(1));

        assertThat(histories.of(ANNA, DECIDED_AT))
                .extracting(PastTouch::channel)
                .containsExactly(ChannelCode.EMAIL, ChannelCode.CALL_CENTRE);
    }

    @Test
    void remembersWhatATouchWasAbout() {
        OfferMade fibreAndTv = new OfferMade(
                "B-DUO", "Duo", List.of("FIBRE_500", "TV_PLUS"), Money.euros("40"), Money.euros("16"), Money.ZERO, Money.ZERO, 12, 0,
                "BUNDLE", List.of(ServiceCategory.HBB, ServiceCategory.TV));
        touches.record(Touch.sent(new DecisionId("D-1"), ANNA, ChannelCode.EMAIL, DECIDED_AT).about(fibreAndTv));

        assertThat(histories.of(ANNA, DECIDED_AT))
                .containsExactly(new PastTouch(
                        ChannelCode.EMAIL, DECIDED_AT, "B-DUO", List.of(ServiceCategory.HBB, ServiceCategory.TV)));
    }

    @Test
    void countsATouchThatMayHaveArrivedButNoneThatDidNot() {
        Touch unconfirmed = Touch.claimed(new DecisionId("D-1"), ANNA, ChannelCode.EMAIL, DECIDED_AT);
        touches.claim(unconfirmed);
        touches.settle(unconfirmed, Touch.State.UNCONFIRMED, DECIDED_AT, "INTERRUPTED");
        touches.record(Touch.suppressed(new DecisionId("D-2"), ANNA, ChannelCode.EMAIL, DECIDED_AT, "OPTED_OUT"));
        touches.claim(Touch.claimed(new DecisionId("D-3"), ANNA, ChannelCode.EMAIL, DECIDED_AT));

        assertThat(histories.of(ANNA, DECIDED_AT)).hasSize(1);
    }

    @Test
    void aMessageThatSellsNothingCountsNowhere() {
        sent("D-1", ANNA, ChannelCode.EMAIL, Duration.ZERO);
        database.jdbc.sql("UPDATE channel.touch SET message_class = 'TRANSACTIONAL'").update();

        assertThat(histories.of(ANNA, DECIDED_AT)).isEmpty();
    }

    @Test
    void aSuppressedContactStaysSo() {
        touches.record(Touch.suppressed(new DecisionId("D-2"), ANNA, ChannelCode.EMAIL, DECIDED_AT, "OPTED_OUT"));

        assertThatThrownBy(() -> database.jdbc.sql("UPDATE channel.touch SET detail = 'NO_ADDRESS'").update())
                .hasMessageContaining("A suppressed contact is never changed");
        assertThatThrownBy(() -> database.jdbc.sql("DELETE FROM channel.touch").update())
                .hasMessageContaining("A suppressed contact is never changed");
    }

    @Test
    void addsUpOffersToPresentAndTouchesOfTheDay() {
        database.with(
                aDecision().withId("waiting").on(ChannelCode.CALL_CENTRE).in(OfferState.SCHEDULED).withState(),
                aDecision().withId("approval").on(ChannelCode.CALL_CENTRE).in(OfferState.AWAITING_APPROVAL).withState(),
                aDecision().withId("called").on(ChannelCode.CALL_CENTRE).in(OfferState.PRESENTED).withState(),
                aDecision().withId("over").on(ChannelCode.CALL_CENTRE).in(OfferState.CANCELLED).withState());
        sent("called", ANNA, ChannelCode.CALL_CENTRE, Duration.ofHours(2));
        sent("yesterday", ANNA, ChannelCode.CALL_CENTRE, Duration.ofHours(20));
        sent("mailed", ANNA, ChannelCode.EMAIL, Duration.ofHours(1));
        sent("found", ANNA, ChannelCode.SELF_CARE, Duration.ofHours(1));

        assertThat(loads.since(
                        Instant.parse("2026-11-20T23:00:00Z"), Set.of(ChannelCode.CALL_CENTRE, ChannelCode.EMAIL)))
                .isEqualTo(Map.of(ChannelCode.CALL_CENTRE, 3, ChannelCode.EMAIL, 1));
    }

    private void sent(String decision, CustomerId customer, ChannelCode channel, Duration ago) {
        touches.record(Touch.sent(new DecisionId(decision), customer, channel, DECIDED_AT.minus(ago)));
    }
}
