package io.crosswise.replay.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.decision.StoredDecisions.Position;
import io.crosswise.decision.StoredDecisions.Selection;
import io.crosswise.decision.StoredDecisions.StoredDecision;
import io.crosswise.decision.jdbc.JdbcStoredDecisions;
import io.crosswise.replay.Against;
import io.crosswise.replay.Example;
import io.crosswise.replay.ReplayRun;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcReplayRunsIT {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Selection ALL = new Selection(null, null, null, null, null);
    private static final Example OURS = new Example("D-1", List.of(), "It did not come out");
    private static final Example ANOTHERS = new Example("D-2", List.of(), "It did not come out");

    private final Database database = new Database();
    private final JdbcReplayRuns runs = new JdbcReplayRuns(database.dataSource, database.jdbc, database.transaction, JSON);
    private ReplayRun begun;

    @BeforeEach
    void begin() {
        database.with(
                aDecision().withId("D-1").about("C-000001").withState(), aDecision().withId("D-2").about("C-000002").withState());
        begun = runs.begin(Against.STORED, ALL, 2, "marketer", DECIDED_AT).orElseThrow();
    }

    @Test
    void whoeverComesTooLateMovesNothingOn() {
        ReplayRun after = after(begun, 1);

        assertThat(runs.progress(begun, after, List.of(), List.of(ANOTHERS))).isTrue();
        assertThat(runs.progress(begun, after(begun, 2), List.of(), List.of(OURS))).isFalse();

        assertThat(runs.find(begun.runId()).orElseThrow().done()).isEqualTo(1);
        assertThat(runs.examples(begun.runId())).containsExactly(ANOTHERS);
    }

    @Test
    void anErasureTakesTheExamplesOfThePersonOnly() {
        runs.progress(begun, after(begun, 1), List.of(), List.of(OURS, ANOTHERS));

        erase();

        assertThat(runs.examples(begun.runId())).containsExactly(ANOTHERS);
    }

    @Test
    void aPartThatWasUnderWayLeavesNoExampleOfWhoIsErased() {
        erase();

        runs.progress(begun, after(begun, 1), List.of(), List.of(OURS, ANOTHERS));

        assertThat(runs.examples(begun.runId())).containsExactly(ANOTHERS);
    }

    @Test
    void aRecordThatCannotBeReadIsHandedOutAsSuch() {
        database.jdbc.sql("""
                        INSERT INTO decision.decision (decision_id, trigger_id, trigger_type, customer_id, market, decided_at, outcome,
                            record, input)
                        VALUES ('D-0', 'T-0', 'birth', 'C-1', 'B2C', '2020-01-01', 'NO_OFFER', '{"decidedAt":"yesterday"}', '{}')""")
                .update();

        List<StoredDecision> found = new JdbcStoredDecisions(database.jdbc, JSON).next(ALL, null, 3);

        assertThat(found).extracting(one -> one.position().id().value()).containsExactly("D-0", "D-1", "D-2");
        assertThat(found).extracting(StoredDecision::unreadable).containsExactly(true, false, false);
        assertThat(found.get(0).isErased()).isFalse();
    }

    private void erase() {
        database.jdbc.sql("""
                        UPDATE decision.decision d SET personal_sha256 = decision.personal_hash(d), salt = NULL, input = NULL,
                            expected_value = NULL, customer_id = 'erased:1', record = decision.kept_part(d.record)::json, erased_at = now()
                        WHERE customer_id = 'C-000001'""")
                .update();
        new JdbcReplayErasure(database.jdbc).erase(new CustomerId("C-000001"), new CustomerId("erased:1"), DECIDED_AT);
    }

    private static ReplayRun after(ReplayRun run, long done) {
        return new ReplayRun(
                run.runId(), run.state(), run.against(), run.selection(), run.decisions(), done, 0, done, 0, 0,
                new Position(DECIDED_AT, new DecisionId("D-1")), 1, run.startedBy(), run.startedAt(), null, null);
    }
}
