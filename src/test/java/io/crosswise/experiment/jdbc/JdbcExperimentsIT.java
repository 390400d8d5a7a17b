package io.crosswise.experiment.jdbc;

import static io.crosswise.experiment.ExperimentBuilder.NOW;
import static io.crosswise.experiment.ExperimentBuilder.anExperiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.experiment.Audience;
import io.crosswise.experiment.ExperimentBuilder;
import io.crosswise.experiment.ExperimentEvent;
import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.ExperimentsInForce;
import io.crosswise.experiment.KeepUniversalHoldOut;
import io.crosswise.experiment.Kind;
import io.crosswise.experiment.Metric;
import io.crosswise.experiment.SettleUnits;
import io.crosswise.experiment.StoredExperiment;
import io.crosswise.experiment.Unit;
import io.crosswise.experiment.UnitSums.DaySum;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Segment;
import io.crosswise.testing.Database;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Experiments and what their units did, in PostgreSQL. */
class JdbcExperimentsIT {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(100));

    private final Database database = new Database();
    private final JdbcExperiments experiments = new JdbcExperiments(database.jdbc, database.transactions, JSON);
    private final JdbcUnitSums sums = new JdbcUnitSums(database.jdbc);
    private int decisions;

    @Test
    void anExperimentComesBackAsItWasWithEverythingThatWasDone() {
        StoredExperiment stored = anExperiment("words")
                .of(Kind.MESSAGE, ExperimentBuilder.wording("brief"))
                .by(Unit.COMPANY_GROUP)
                .forDecisionsOn(new Audience(Market.EBU, Set.of(Segment.EBU_SME), Set.of("new-site"), Set.of()))
                .started();
        save(stored, Action.CREATED, null);
        save(stored, Action.STOPPED, "bored");

        assertThat(experiments.find("words")).contains(stored);
        assertThat(experiments.events("words"))
                .extracting(ExperimentEvent::action, ExperimentEvent::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Action.CREATED, null),
                        org.assertj.core.groups.Tuple.tuple(Action.STOPPED, "bored"));
    }

    @Test
    void theLogIsOnlyEverAddedTo() {
        save(anExperiment("a1").started(), Action.CREATED, null);

        assertThatThrownBy(() -> database.jdbc.sql("DELETE FROM experiment.event").update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void whatIsInForceFollowsEveryChange() {
        ExperimentsInForce inForce = new ExperimentsInForce(experiments);
        inForce.open();
        ExperimentsInForce otherNode = new ExperimentsInForce(experiments);
        otherNode.refresh();

        save(anExperiment("a2").started(), Action.STARTED, null);

        assertThat(inForce.started()).extracting(stored -> stored.definition().name()).containsExactly("a2");
        assertThat(otherNode.isBehind()).isTrue();
        otherNode.refresh();
        assertThat(otherNode.started()).hasSize(1);
        assertThat(otherNode.isBehind()).isFalse();
    }

    @Test
    void theUniversalHoldOutFollowsTheSettingsInVersions() {
        KeepUniversalHoldOut keep =
                new KeepUniversalHoldOut(experiments, Duration.ofDays(90), Clock.fixed(NOW, ZoneOffset.UTC));
        keep.keep(0.05);
        keep.keep(0.05);
        keep.keep(0.1);

        assertThat(experiments.events("universal-holdout"))
                .extracting(ExperimentEvent::action)
                .containsExactly(Action.STARTED, Action.REVISED);
        StoredExperiment now = experiments.find("universal-holdout").orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.comparableSince()).isEqualTo(2);
        assertThat(now.arm(999)).hasValueSatisfying(arm -> assertThat(arm.name()).isEqualTo("HELD_OUT"));
        assertThat(now.arm(1_000)).hasValueSatisfying(arm -> assertThat(arm.name()).isEqualTo("TREATED"));
    }

    @Test
    void aUnitCountsOnceInItsFirstArmWithWhatItDidInItsWindow() {
        save(anExperiment("tv").since(LONG_AGO).started(), Action.STARTED, null);
        decided("tv", 1, "tv-first", "A", "A", 40, true);
        decided("tv", 1, "tv-first", "A", "A", 35, true);
        bought("A", 38);
        bought("A", 36);
        decided("tv", 1, "tv-first", "B", "B", 40, true);
        bought("B", 5);
        decided("tv", 1, "control", "C", "C", 40, true);
        event("C", "BOUGHT", 20);
        decided("tv", 1, "control", "D", "D", 40, true);
        event("D", "LEFT", 15);
        decided("tv", 1, "control", "E", "E", 10, true);
        decided("tv", 1, "control", "F", "F", 40, false);
        decided("other", 1, "control", "G", "G", 40, true);

        assertThat(total("tv", 1, Metric.CONVERSION, "tv-first")).isEqualTo("1 of 2");
        assertThat(total("tv", 1, Metric.CONVERSION, "control")).isEqualTo("1 of 2");
        assertThat(total("tv", 1, Metric.CHURN, "control")).isEqualTo("1 of 2");
        assertThat(sums.met("tv", 1)).isEqualTo(Map.of("tv-first", 2L, "control", 3L));
    }

    @Test
    void unitsMetInAnEarlierVersionAreLeftOut() {
        save(anExperiment("tv").since(LONG_AGO).started(), Action.STARTED, null);
        decided("tv", 1, "control", "A", "A", 50, true);
        decided("tv", 2, "tv-first", "A", "A", 40, true);
        decided("tv", 2, "tv-first", "B", "B", 40, true);

        assertThat(sums.met("tv", 2)).isEqualTo(Map.of("tv-first", 1L));
        assertThat(sums.met("tv", 1)).isEqualTo(Map.of("control", 1L, "tv-first", 1L));
    }

    @Test
    void aGroupCountsWithEverythingItsCompaniesDid() {
        save(anExperiment("groups").since(LONG_AGO).by(Unit.COMPANY_GROUP).started(), Action.STARTED, null);
        customer("P", null, 0);
        customer("Q", "P", 20);
        decided("groups", 1, "tv-first", "P", "Q", 40, true);
        event("P", "BOUGHT", 30);

        assertThat(total("groups", 1, Metric.CONVERSION, "tv-first")).isEqualTo("1 of 1");
        DaySum revenue = sums.settled("groups", 1, Metric.REVENUE).get(0);
        assertThat(revenue.sample().sum()).isEqualTo(12 * 30.0);
        assertThat(sums.settled("groups", 1, Metric.MARGIN).get(0).sample().sum()).isEqualTo(12 * 11.0);
    }

    @Test
    void whatAUnitDoesAfterItsWindowChangesNoLook() {
        save(anExperiment("tv").since(LONG_AGO).started(), Action.STARTED, null);
        customer("A", null, 20);
        customer("B", null, 20);
        customer("C", null, 20);
        decided("tv", 1, "control", "A", "A", 40, true);
        decided("tv", 1, "control", "C", "C", 25, true);
        leave("B");
        decided("tv", 1, "control", "B", "B", 40, true);
        assertThat(revenue("tv")).isEqualTo(12 * 30.0);

        leave("A");
        bought("A", 15);
        assertThat(revenue("tv")).as("as it was first read").isEqualTo(12 * 30.0);
        assertThat(total("tv", 1, Metric.CONVERSION, "control")).isEqualTo("0 of 2");

        sums.settle("tv", NOW.plus(Duration.ofDays(6)));
        assertThat(revenue("tv")).as("with the window that has closed since").isEqualTo(2 * 12 * 30.0);
    }

    @Test
    void whoIsErasedStaysInTheResultsAsNobody() {
        save(anExperiment("tv").since(LONG_AGO).started(), Action.STARTED, null);
        decided("tv", 1, "control", "A", "A", 40, true);
        bought("A", 36);
        sums.settle("tv", NOW);

        new JdbcUnitErasure(database.jdbc).erase(new CustomerId("A"), new CustomerId("erased:1"), NOW);

        assertThat(database.jdbc.sql("SELECT unit FROM experiment.settled_unit").query(String.class).list()).containsExactly("erased:1");
        assertThat(sums.settled("tv", 1, Metric.CONVERSION)).extracting(day -> day.sample().sum()).containsExactly(1.0);
    }

    @Test
    void decisionsFromBeforeAnExperimentBeganAreNotRead() {
        save(anExperiment("tv").since(NOW.minus(Duration.ofDays(50))).started(), Action.STARTED, null);
        decided("tv", 1, "control", "A", "A", 60, true);
        decided("tv", 1, "control", "B", "B", 40, true);

        assertThat(sums.met("tv", 1)).isEqualTo(Map.of("control", 1L));
    }

    @Test
    void allButDraftsAreSettled() {
        save(anExperiment("tv").since(LONG_AGO).started(), Action.STARTED, null);
        decided("tv", 1, "control", "A", "A", 40, true);

        new SettleUnits(experiments, sums, Clock.fixed(NOW, ZoneOffset.UTC)).settle();

        assertThat(sums.settled("tv", 1, Metric.CHURN)).hasSize(1);
    }

    private double revenue(String experiment) {
        sums.settle(experiment, NOW);
        return sums.settled(experiment, 1, Metric.REVENUE).stream().mapToDouble(day -> day.sample().sum()).sum();
    }

    private void leave(String customer) {
        database.jdbc.sql("UPDATE customer.customer SET profile = jsonb_set(profile, '{status}', '\"FORMER\"') WHERE id = ?")
                .param(customer)
                .update();
    }

    private void save(StoredExperiment stored, Action action, String reason) {
        experiments.exclusively(() -> {
            experiments.save(stored, action, reason);
            return null;
        });
    }

    private String total(String experiment, int version, Metric metric, String arm) {
        sums.settle(experiment, NOW);
        List<DaySum> days = sums.settled(experiment, version, metric).stream()
                .filter(day -> day.arm().equals(arm))
                .toList();
        return (long) days.stream().mapToDouble(day -> day.sample().sum()).sum()
                + " of "
                + days.stream().mapToLong(day -> day.sample().units()).sum();
    }

    private void decided(String experiment, int version, String arm, String unit, String customer, int daysAgo, boolean exposed) {
        String id = "D-" + ++decisions;
        database.jdbc.sql("""
                        INSERT INTO decision.decision
                            (decision_id, trigger_id, trigger_type, customer_id, market, decided_at, outcome, record, input, experiments)
                        VALUES (?, ?, 'birth', ?, 'B2C', ?, 'OFFER', '{}', '{}', ?::json)""")
                .params(id, "T" + id, customer, ago(daysAgo), """
                        [{"name":"%s","version":%d,"arm":"%s","bucket":7,"unit":"%s","exposed":%s}]"""
                        .formatted(experiment, version, arm, unit, exposed))
                .update();
    }

    private void bought(String customer, int daysAgo) {
        database.jdbc.sql("""
                        INSERT INTO outcome.conversion (decision_id, customer_id, offer_code, category, monthly_net_price, revenue,
                                                        trigger_type, market, converted_at)
                        VALUES (?, ?, 'O', 'TV', 1, 12, 'birth', 'B2C', ?)""")
                .params("S-" + ++decisions, customer, ago(daysAgo))
                .update();
    }

    private void event(String customer, String what, int daysAgo) {
        database.jdbc.sql("INSERT INTO customer.life_event (customer_id, what, category, happened_on) VALUES (?, ?, ?, ?)")
                .params(customer, what, what.equals("LEFT") ? null : "TV", ago(daysAgo))
                .update();
    }

    /** Holds a service of 30 euros with 11 of margin, and another since long ago. @param heldSince days ago, 0 for none */
    private void customer(String id, String parent, int heldSince) {
        String company = parent == null ? "{}" : "{\"parent\":\"" + parent + "\"}";
        String recent = heldSince == 0 ? "" : """
                {"service":"TV","monthlyPrice":30,"monthlyMargin":11,"since":"%s"},"""
                .formatted(ago(heldSince).toLocalDateTime().toLocalDate());
        database.jdbc.sql("INSERT INTO customer.customer (id, profile, updated_at) VALUES (?, ?::jsonb, now())")
                .params(id, """
                        {"market":"EBU","status":"ACTIVE","source":"test","company":%s,
                         "holdings":[%s{"service":"M","monthlyPrice":9,"monthlyMargin":4,"since":"2020-01-01"}]}"""
                        .formatted(company, recent))
                .update();
    }

    private static Timestamp ago(int days) {
        return Timestamp.from(NOW.minus(Duration.ofDays(days)));
    }
}
