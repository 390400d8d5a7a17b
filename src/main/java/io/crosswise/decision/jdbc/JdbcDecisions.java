package io.crosswise.decision.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.decision.Postponement;
import io.crosswise.policy.WaitingOffer;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Page;
import io.crosswise.shared.TriggerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decision log in PostgreSQL: the record is written once and never changed, only the offer's state moves. */
public class JdbcDecisions implements Decisions {
    private static final String SELECT = """
            SELECT CASE WHEN d.erased_at IS NULL THEN d.record ELSE (d.record::jsonb || jsonb_build_object(
                    'customerId', d.customer_id, 'scores', '[]'::jsonb, 'shadowScores', '[]'::jsonb, 'candidates', '[]'::jsonb,
                    'unknowns', '[]'::jsonb))::json END,
                o.state, o.discount, s.decision_id AS superseded_by
            FROM decision.decision d
            LEFT JOIN decision.offer o ON o.decision_id = d.decision_id
            LEFT JOIN decision.decision s ON s.supersedes = d.decision_id
            """;
    private static final String INSERT =
            """
            INSERT INTO decision.decision
                (decision_id, trigger_id, trigger_type, customer_id, market, segment, decided_at, outcome, offer_code,
                 channel, expected_value, process_instance_id, supersedes, suppressed, experiments, record, input, opportunity_cost)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?::json, ?::json, ?::json)""";

    private static final String INSERT_WITH_OFFER = "WITH made AS (" + INSERT
            + """
             RETURNING decision_id, customer_id, offer_code, channel, decided_at)
            INSERT INTO decision.offer (decision_id, customer_id, offer_code, channel, state_at, state, discount, explored_at)
            SELECT decision_id, customer_id, offer_code, channel, decided_at, ?, ?::numeric, CASE WHEN ?::boolean THEN decided_at END
            FROM made""";

    /** First and later decisions each have an index of their own. */
    private static final String OF_TRIGGER = """
            WHERE ((d.trigger_id = ? AND d.supersedes IS NULL) OR (d.trigger_id = ? AND d.supersedes IS NOT NULL))
              AND s.decision_id IS NULL
            """;
    private static final String OFFERS = """
            SELECT decision_id, state, state_at, offer_code, NULL::timestamptz AS since, NULL::numeric AS expected_value,
                NULL::timestamptz AS until
            FROM decision.offer WHERE customer_id = ?
            UNION ALL
            """ + WaitingRows.OF_CUSTOMER + " ORDER BY decision_id";
    private final JdbcClient jdbc;
    private final WaitingRows waiting;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final ObjectReader inputReader;

    public JdbcDecisions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.waiting = new WaitingRows(jdbc);
        this.writer = json.writer();
        this.reader = json.readerFor(Decision.class);
        this.inputReader = json.readerFor(DecisionInput.class);
    }

    /** One statement for both rows: the offer costs no round trip of its own. */
    @Override
    public void record(Decision decision, DecisionInput input, OfferState state) {
        List<Object> values = new ArrayList<>(Arrays.asList(
                decision.decisionId().value(),
                decision.triggerId().value(),
                decision.triggerType(),
                decision.customerId().value(),
                decision.market().name(),
                decision.segment() == null ? null : decision.segment().name(),
                Timestamp.from(decision.decidedAt()),
                decision.outcome().name(),
                decision.offer() == null ? null : decision.offer().code(),
                decision.channel() == null ? null : decision.channel().code().name(),
                decision.expectedValue() == null ? null : decision.expectedValue().amount(),
                decision.processInstanceId(),
                decision.supersedes() == null ? null : decision.supersedes().value(),
                decision.suppressed().isEmpty() ? null : json(decision.suppressed()),
                decision.experiments().isEmpty() ? null : json(decision.experiments()),
                json(decision),
                json(input),
                decision.opportunityCost() == null || decision.opportunityCost().isNothing()
                        ? null
                        : json(decision.opportunityCost())));
        if (state == OfferState.CLOSED) {
            jdbc.sql(INSERT).params(values).update();
        } else {
            values.add(state.name());
            values.add(decision.offer().discount().amount());
            values.add(decision.exploration() != null && decision.exploration().explored(decision.offer().code()));
            jdbc.sql(INSERT_WITH_OFFER).params(values).update();
        }
        waiting.record(decision, input);
    }

    @Override
    public boolean stopWaiting(DecisionId id, Instant at) {
        return waiting.end(id, at);
    }

    @Override
    public Optional<DecisionWithState> find(DecisionId id) {
        return jdbc.sql(SELECT + "WHERE d.decision_id = ?").param(id.value()).query(this::row).optional();
    }

    @Override
    public Optional<DecisionInput> input(DecisionId id) {
        return jdbc.sql("SELECT input FROM decision.decision WHERE decision_id = ? AND erased_at IS NULL")
                .param(id.value())
                .query((row, number) -> JdbcDecisions.<DecisionInput>read(inputReader, row.getString(1)))
                .optional();
    }

    @Override
    public Optional<DecisionWithState> findByTrigger(TriggerId id) {
        return jdbc.sql(SELECT + OF_TRIGGER).params(id.value(), id.value()).query(this::row).optional();
    }

    @Override
    public Page<DecisionWithState> list(CustomerId customer, Instant from, Instant to, int page, int size) {
        StringBuilder where = new StringBuilder("WHERE true");
        List<Object> values = new ArrayList<>();
        if (customer != null) {
            where.append(" AND d.customer_id = ?");
            values.add(customer.value());
        }
        if (from != null) {
            where.append(" AND d.decided_at >= ?");
            values.add(Timestamp.from(from));
        }
        if (to != null) {
            where.append(" AND d.decided_at < ?");
            values.add(Timestamp.from(to));
        }
        long total = jdbc.sql("SELECT count(*) FROM decision.decision d " + where).params(values).query(Long.class).single();
        List<DecisionWithState> items = jdbc.sql(SELECT + where + " ORDER BY d.decided_at DESC, d.decision_id LIMIT " + size
                        + " OFFSET " + (long) page * size)
                .params(values)
                .query(this::row)
                .list();
        return new Page<>(items, page, size, total);
    }

    @Override
    public OfferHistory offerHistory(CustomerId customer) {
        List<DecisionId> open = new ArrayList<>();
        List<Postponement> postponed = new ArrayList<>();
        Instant[] lastRefusal = new Instant[1];
        List<WaitingOffer> waits = new ArrayList<>();
        jdbc.sql(OFFERS)
                .params(customer.value(), customer.value())
                .query(row -> {
                    if (row.getString(2).equals("WAITING")) {
                        waits.add(WaitingRows.read(row));
                        return;
                    }
                    OfferState state = OfferState.valueOf(row.getString(2));
                    Instant at = row.getTimestamp(3).toInstant();
                    if (state.isOpen()) {
                        open.add(new DecisionId(row.getString(1)));
                    } else if (state == OfferState.DECLINED && (lastRefusal[0] == null || at.isAfter(lastRefusal[0]))) {
                        lastRefusal[0] = at;
                    } else if (state == OfferState.LATER) {
                        postponed.add(new Postponement(row.getString(4), at));
                    }
                });
        return new OfferHistory(List.copyOf(open), lastRefusal[0], List.copyOf(postponed), List.copyOf(waits));
    }

    @Override
    public boolean moveOn(DecisionId id, List<OfferState> from, OfferState to, Instant at) {
        return jdbc.sql("UPDATE decision.offer SET state = ?, state_at = ? WHERE decision_id = ? AND state = ANY (?)")
                        .params(
                                to.name(),
                                Timestamp.from(at),
                                id.value(),
                                from.stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    @Override
    public void changeDiscount(DecisionId id, Money discount, String changedBy) {
        jdbc.sql("UPDATE decision.offer SET discount = ?, discount_changed_by = ? WHERE decision_id = ?")
                .params(discount.amount(), changedBy, id.value())
                .update();
    }

    private DecisionWithState row(ResultSet row, int number) throws SQLException {
        Decision decision = read(reader, row.getString(1));
        String state = row.getString(2);
        DecisionId supersededBy = row.getString(4) == null ? null : new DecisionId(row.getString(4));
        return state == null
                ? new DecisionWithState(
                        decision, OfferState.CLOSED, decision.offer() == null ? null : decision.offer().discount(), supersededBy)
                : new DecisionWithState(decision, OfferState.valueOf(state), new Money(row.getBigDecimal(3)), supersededBy);
    }

    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored decision cannot be read", e);
        }
    }

    private String json(Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
