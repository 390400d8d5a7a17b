package io.crosswise.channel.jdbc;

import io.crosswise.channel.Touch;
import io.crosswise.channel.Touches;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The touches in {@code channel.touch}; what must not roll back with the caller commits on a connection of its own. */
public class JdbcTouches implements Touches {
    private static final String INTO =
            """
            INSERT INTO channel.touch
                (decision_id, customer_id, channel, state, idempotency_key, at, sent_at, detail, message_class, offer_code, offer_groups)
            SELECT :decision, :customer, :channel, :state, :key, CAST(:at AS timestamptz), CAST(:sentAt AS timestamptz),
                CAST(:detail AS text), :class, CAST(:offer AS text), CAST(:groups AS text)""";
    private static final String ONCE = " ON CONFLICT (idempotency_key) DO NOTHING";

    /** Waits for an erasure that is under way and holds up one that begins, so that nobody is written to who was forgotten. */
    private static final String OF_WHO_IS_KNOWN = " FROM customer.customer WHERE id = :customer AND erased_at IS NULL FOR SHARE";

    private final JdbcClient jdbc;
    private final TransactionTemplate ownCommit;

    public JdbcTouches(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownCommit = new TransactionTemplate(transactions);
        this.ownCommit.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<Touch> find(DecisionId decision, ChannelCode channel) {
        return jdbc.sql("SELECT * FROM channel.touch WHERE decision_id = :decision AND channel = :channel")
                .param("decision", decision.value())
                .param("channel", channel.name())
                .query(JdbcTouches::touch)
                .optional();
    }

    @Override
    public void record(Touch touch) {
        insert(touch, "");
    }

    @Override
    public boolean claim(Touch touch) {
        return Boolean.TRUE.equals(ownCommit.execute(status -> insert(touch, OF_WHO_IS_KNOWN) == 1));
    }

    @Override
    public void settle(Touch touch, Touch.State state, Instant at, String detail) {
        ownCommit.executeWithoutResult(status -> jdbc.sql(
                        """
                        UPDATE channel.touch SET state = :state, at = :at, sent_at = :sentAt, detail = :detail
                        WHERE idempotency_key = :key""")
                .param("state", state.name())
                .param("at", Timestamp.from(at))
                .param("sentAt", state == Touch.State.SENT ? Timestamp.from(at) : null)
                .param("detail", detail)
                .param("key", touch.idempotencyKey())
                .update());
    }

    @Override
    public void release(Touch touch) {
        ownCommit.executeWithoutResult(
                status -> jdbc.sql("DELETE FROM channel.touch WHERE idempotency_key = :key AND state = 'CLAIMED'")
                        .param("key", touch.idempotencyKey())
                        .update());
    }

    private int insert(Touch touch, String provided) {
        return jdbc.sql(INTO + provided + ONCE)
                .param("decision", touch.decisionId().value())
                .param("customer", touch.customerId().value())
                .param("channel", touch.channel().name())
                .param("state", touch.state().name())
                .param("key", touch.idempotencyKey())
                .param("at", Timestamp.from(touch.at()))
                .param("sentAt", touch.sentAt() == null ? null : Timestamp.from(touch.sentAt()))
                .param("detail", touch.detail())
                .param("class", touch.messageClass().name())
                .param("offer", touch.offer() == null ? null : touch.offer().code())
                .param("groups", groups(touch))
                .update();
    }

    private static String groups(Touch touch) {
        return touch.offer() == null || touch.offer().categories().isEmpty()
                ? null
                : touch.offer().categories().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Touch touch(ResultSet row, int number) throws SQLException {
        Timestamp sentAt = row.getTimestamp("sent_at");
        return new Touch(
                new DecisionId(row.getString("decision_id")),
                new CustomerId(row.getString("customer_id")),
                ChannelCode.valueOf(row.getString("channel")),
                Touch.State.valueOf(row.getString("state")),
                row.getString("idempotency_key"),
                row.getTimestamp("at").toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                row.getString("detail"));
    }
}
