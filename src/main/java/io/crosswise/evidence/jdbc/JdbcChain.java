package io.crosswise.evidence.jdbc;

import io.crosswise.evidence.Chain;
import io.crosswise.evidence.Finding;
import io.crosswise.evidence.Finding.Kind;
import io.crosswise.evidence.Head;
import io.crosswise.evidence.LogItem;
import io.crosswise.evidence.Seal;
import io.crosswise.evidence.SealedRun;
import io.crosswise.evidence.Tail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The chain in schema {@code evidence}. The database hashes what the rows say; the key never leaves this process. */
public class JdbcChain implements Chain {
    private static final long ADVISORY_LOCK = 0x5EA1_10CL;
    private static final String HEADS = "SELECT first_sequence, last_sequence, sealed_at, key_id, hash FROM evidence.head ";

    /**
     * Looked up row by row: in a join the planner may compute the hash of every decision there is. A row that was deleted has no
     * content, so that its absence is found.
     */
    private static final String CONTENT =
            """
            CASE WHEN item.event_id IS NULL
                THEN (SELECT d.content FROM report.log_decision d WHERE d.decision_id = item.decision_id)
                ELSE (SELECT e.content FROM report.log_event e WHERE e.event_id = item.event_id) END
            """;

    private static final String TAKE =
            """
            WITH item AS (
                DELETE FROM evidence.unsealed WHERE ctid = ANY (ARRAY(SELECT ctid FROM evidence.unsealed LIMIT ?))
                RETURNING decision_id, event_id)
            SELECT decision_id, event_id, %s FROM item ORDER BY event_id NULLS FIRST, decision_id
            """
                    .formatted(CONTENT);

    private static final String SEALS =
            "SELECT sequence, decision_id, event_id, hash, %s FROM evidence.seal item WHERE sequence BETWEEN ? AND ? ORDER BY sequence"
                    .formatted(CONTENT);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public JdbcChain(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Optional<SealedRun> extend(int limit, Sealing sealing) {
        return transaction.execute(status -> {
            if (!jdbc.sql("SELECT pg_try_advisory_xact_lock(?)").param(ADVISORY_LOCK).query(Boolean.class).single()) {
                return Optional.empty();
            }
            List<LogItem> items = jdbc.sql(TAKE)
                    .param(limit)
                    .query((row, n) -> new LogItem(row.getString(1), row.getObject(2, Long.class), row.getBytes(3)))
                    .list();
            return items.isEmpty() ? Optional.empty() : Optional.of(add(sealing.seal(lastHead().orElse(null), next(), items)));
        });
    }

    private long next() {
        return jdbc.sql("SELECT greatest((SELECT max(sequence) FROM evidence.seal), (SELECT max(last_sequence) FROM evidence.head), 0) + 1")
                .query(Long.class)
                .single();
    }

    private SealedRun add(SealedRun run) {
        List<Seal> seals = run.seals();
        jdbc.sql("""
                        INSERT INTO evidence.seal (sequence, event_id, decision_id, hash)
                        SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bytea[])""")
                .params(
                        seals.stream().map(Seal::sequence).toArray(Long[]::new),
                        seals.stream().map(seal -> seal.item().eventId()).toArray(Long[]::new),
                        seals.stream().map(seal -> seal.item().decisionId()).toArray(String[]::new),
                        seals.stream().map(Seal::hash).toArray(byte[][]::new))
                .update();
        Head head = run.head();
        jdbc.sql("INSERT INTO evidence.head (first_sequence, last_sequence, sealed_at, key_id, hash) VALUES (?, ?, ?, ?, ?)")
                .params(head.first(), head.last(), Timestamp.from(head.sealedAt()), head.keyId(), head.hash())
                .update();
        return run;
    }

    @Override
    public Optional<Head> lastHead() {
        return jdbc.sql(HEADS + "ORDER BY last_sequence DESC LIMIT 1").query(JdbcChain::head).optional();
    }

    @Override
    public Optional<Head> headBefore(long sequence) {
        return jdbc.sql(HEADS + "WHERE last_sequence < ? ORDER BY last_sequence DESC LIMIT 1")
                .param(sequence)
                .query(JdbcChain::head)
                .optional();
    }

    @Override
    public List<Head> headsFrom(long sequence, int limit) {
        return jdbc.sql(HEADS + "WHERE last_sequence >= ? ORDER BY last_sequence LIMIT ?")
                .params(sequence, limit)
                .query(JdbcChain::head)
                .list();
    }

    @Override
    public List<Head> headsAt(List<Long> sequences) {
        return jdbc.sql(HEADS + "WHERE last_sequence = ANY (?) ORDER BY last_sequence")
                .param(sequences.toArray(Long[]::new))
                .query(JdbcChain::head)
                .list();
    }

    @Override
    public long heads(long from, long to) {
        return jdbc.sql("SELECT count(*) FROM evidence.head WHERE last_sequence BETWEEN ? AND ?")
                .params(from, to)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Seal> seals(long from, long to) {
        return jdbc.sql(SEALS)
                .params(from, to)
                .query((row, n) -> new Seal(
                        row.getLong(1),
                        new LogItem(row.getString(2), row.getObject(3, Long.class), row.getBytes(5)),
                        row.getBytes(4)))
                .list();
    }

    @Override
    public Tail tail() {
        return jdbc.sql("SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(since)), 0) FROM evidence.unsealed")
                .query((row, n) -> new Tail(row.getLong(1), Math.max(0, row.getDouble(2))))
                .single();
    }

    @Override
    public List<LogItem> strangers(int limit) {
        return jdbc.sql("""
                        SELECT i.decision_id, NULL::bigint AS event_id FROM report.log_decision i
                        WHERE NOT EXISTS (SELECT FROM evidence.seal s WHERE s.event_id IS NULL AND s.decision_id = i.decision_id)
                          AND NOT EXISTS (SELECT FROM evidence.unsealed u WHERE u.event_id IS NULL AND u.decision_id = i.decision_id)
                        UNION ALL
                        SELECT i.decision_id, i.event_id FROM report.log_event i
                        WHERE NOT EXISTS (SELECT FROM evidence.seal s WHERE s.event_id = i.event_id)
                          AND NOT EXISTS (SELECT FROM evidence.unsealed u WHERE u.event_id = i.event_id)
                        LIMIT ?""")
                .param(limit)
                .query((row, n) -> new LogItem(row.getString(1), row.getObject(2, Long.class), null))
                .list();
    }

    @Override
    public List<Finding> strayOffers(int limit) {
        return jdbc.sql("""
                        SELECT decision_id, state, logged_state, discount, logged_discount FROM report.offer_beside_log
                        WHERE state IS DISTINCT FROM logged_state OR discount IS DISTINCT FROM logged_discount
                        ORDER BY decision_id LIMIT ?""")
                .param(limit)
                .query((row, n) -> new Finding(Kind.STATE_CHANGED, row.getString(1), null, null, stray(row)))
                .list();
    }

    private static String stray(ResultSet row) throws SQLException {
        String stands = row.getString(2) == null
                ? "Its offer is gone"
                : "Stands as %s at %s EUR".formatted(row.getString(2), row.getBigDecimal(4));
        String logged = row.getString(3) == null
                ? "the decision makes no offer"
                : "decision and events say %s at %s EUR".formatted(row.getString(3), row.getBigDecimal(5));
        return stands + "; " + logged;
    }

    @Override
    public List<Finding> flawedErasures(int limit) {
        return jdbc.sql("SELECT decision_id, mark_missing FROM report.flawed_erasure ORDER BY decision_id LIMIT ?")
                .param(limit)
                .query((row, n) -> changed(
                        row.getString(1),
                        row.getBoolean(2)
                                ? "It is erased by half: hash, time and event of an erasure are not all there"
                                : "It was erased, and something of the person is there again"))
                .list();
    }

    @Override
    public List<Finding> strayCopies(int limit) {
        return jdbc.sql("SELECT decision_id FROM report.stray_copy ORDER BY decision_id LIMIT ?")
                .param(limit)
                .query((row, n) -> changed(
                        row.getString(1), "Its suppressed contacts or its opportunity cost beside the record are not those of the record"))
                .list();
    }

    private static Finding changed(String decision, String detail) {
        return new Finding(Kind.CHANGED, decision, null, null, detail);
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                row.getTimestamp("sealed_at").toInstant(),
                row.getString("key_id"),
                row.getBytes("hash"));
    }
}
