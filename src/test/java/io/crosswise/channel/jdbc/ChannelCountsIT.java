package io.crosswise.channel.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.channel.Touch;
import io.crosswise.decision.OfferState;
import io.crosswise.policy.ContactHistory;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelCountsIT {
    private static final CustomerId ANNA = new CustomerId("C-000042");

    private final Database database = new Database();
    private final JdbcTouches touches = new JdbcTouches(database.jdbc, database.transactions);
    private final JdbcContactHistories histories = new JdbcContactHistories(database.jdbc);
    private final JdbcChannelLoads loads = new JdbcChannelLoads(database.jdbc);

    @Test
    void countsTouchesOfSevenAndThirtyDaysPerChannel() {
        sent("now", ANNA, ChannelCode.EMAIL, Duration.ZERO);
        sent("six days ago", ANNA, ChannelCode.EMAIL, Duration.ofDays(6));
        sent("eight days ago", ANNA, ChannelCode.EMAIL, Duration.ofDays(8));
        sent("a month ago", ANNA, ChannelCode.EMAIL, Duration.ofDays(31));
        sent("a call", ANNA, ChannelCode.CALL_CENTRE, Duration.ofDays(20));
        sent("somebody else", new CustomerId("C-1"), ChannelCode.EMAIL, Duration.ofDays(1));

        assertThat(histories.of(ANNA, DECIDED_AT, DECIDED_AT.minusSeconds(9)))
                .isEqualTo(new ContactHistory(
                        Map.of(ChannelCode.EMAIL, 2),
                        Map.of(ChannelCode.EMAIL, 3, ChannelCode.CALL_CENTRE, 1),
                        DECIDED_AT.minusSeconds(9)));
    }

    @Test
    void countsATouchThatMayHaveArrivedButNoneThatDidNot() {
        Touch unconfirmed = Touch.claimed(new DecisionId("D-1"), ANNA, ChannelCode.EMAIL, DECIDED_AT);
        touches.claim(unconfirmed);
        touches.settle(unconfirmed, Touch.State.UNCONFIRMED, DECIDED_AT, "INTERRUPTED");
        touches.record(Touch.suppressed(new DecisionId("D-2"), ANNA, ChannelCode.EMAIL, DECIDED_AT, "OPTED_OUT"));
        touches.claim(Touch.claimed(new DecisionId("D-3"), ANNA, ChannelCode.EMAIL, DECIDED_AT));

        assertThat(histories.of(ANNA, DECIDED_AT, null).contacts7d()).isEqualTo(Map.of(ChannelCode.EMAIL, 1));
    }

    @Test
    void findsNothingOfAStranger() {
        assertThat(histories.of(ANNA, DECIDED_AT, null)).isEqualTo(ContactHistory.NONE);
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
