package io.crosswise.channel.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crosswise.channel.Touch;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.Database;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JdbcTouchesIT {
    private static final DecisionId OFFER = new DecisionId("D-1");
    private static final Touch CLAIM =
            Touch.claimed(OFFER, new CustomerId("C-000042"), ChannelCode.EMAIL, DECIDED_AT);

    private final Database database = new Database().withCustomer("C-000042");
    private final JdbcTouches touches = new JdbcTouches(database.jdbc, database.transactions);

    @Test
    void keepsAClaimAndWhatBecameOfItWhenTheCallerRollsBack() {
        database.transaction.executeWithoutResult(caller -> {
            assertThat(touches.claim(CLAIM)).isTrue();
            touches.settle(CLAIM, Touch.State.SENT, DECIDED_AT.plusSeconds(2), null);
            caller.setRollbackOnly();
        });

        assertThat(touches.find(OFFER, ChannelCode.EMAIL))
                .contains(new Touch(
                        OFFER, CLAIM.customerId(), ChannelCode.EMAIL, Touch.State.SENT, "D-1.email",
                        DECIDED_AT.plusSeconds(2), DECIDED_AT.plusSeconds(2), null));
    }

    @Test
    void letsOnlyOneClaim() {
        assertThat(touches.claim(CLAIM)).isTrue();
        assertThat(touches.claim(CLAIM)).isFalse();
    }

    @Test
    void claimsNothingOfWhoIsErasedMeanwhile() throws Exception {
        CompletableFuture<Boolean> claim;
        try (Connection erasure = database.dataSource.getConnection();
                Statement statement = erasure.createStatement()) {
            erasure.setAutoCommit(false);
            statement.execute("UPDATE customer.customer SET erased_at = now() WHERE id = 'C-000042'");
            claim = CompletableFuture.supplyAsync(() -> touches.claim(CLAIM));
            await().atMost(Duration.ofSeconds(30)).until(() -> claim.isDone() || waiting() == 1);
            assertThat(claim).as("waits for the erasure").isNotDone();
            erasure.commit();
        }
        assertThat(claim.join()).isFalse();
        assertThat(database.count("channel.touch")).isZero();
    }

    private long waiting() {
        return database.jdbc
                .sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    @Test
    void forgetsAReleasedClaimButNothingElse() {
        touches.claim(CLAIM);
        touches.release(CLAIM);
        assertThat(touches.find(OFFER, ChannelCode.EMAIL)).isEmpty();

        touches.claim(CLAIM);
        touches.settle(CLAIM, Touch.State.UNCONFIRMED, DECIDED_AT, "CONNECTION_LOST");
        touches.release(CLAIM);
        assertThat(touches.find(OFFER, ChannelCode.EMAIL)).get().extracting(Touch::detail).isEqualTo("CONNECTION_LOST");
    }

    @Test
    void recordsWithTheCallerAndOnlyOnce() {
        Touch call = Touch.sent(OFFER, CLAIM.customerId(), ChannelCode.CALL_CENTRE, DECIDED_AT);
        database.transaction.executeWithoutResult(caller -> {
            touches.record(call);
            caller.setRollbackOnly();
        });
        assertThat(touches.find(OFFER, ChannelCode.CALL_CENTRE)).isEmpty();

        touches.record(call);
        touches.record(call);
        assertThat(touches.find(OFFER, ChannelCode.CALL_CENTRE)).contains(call);
        assertThat(database.count("channel.touch")).isEqualTo(1);
    }
}
