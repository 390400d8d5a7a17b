package io.crosswise.customer.jdbc;

import static io.crosswise.customer.CustomerBuilder.aCompany;
import static io.crosswise.customer.CustomerBuilder.aCustomer;
import static io.crosswise.customer.jdbc.CustomerDatabase.CLOCK;
import static io.crosswise.customer.jdbc.CustomerDatabase.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.CustomerHistory;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerRecord;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.FeatureRun;
import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.LifeEvent;
import io.crosswise.customer.PersonalData;
import io.crosswise.customer.RunFeatures;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcFeatureRunsIT {
    private static final LocalDate TODAY = LocalDate.now(CLOCK);
    private static final int BATCH = 10;

    private final CustomerDatabase database = new CustomerDatabase();
    private final JdbcFeatureRuns runs = database.runs(BATCH);

    @BeforeEach
    void twentyFiveConsumersAndTwoCompanies() {
        List<CustomerRecord> stored = new ArrayList<>();
        IntStream.rangeClosed(1, 25).forEach(number -> stored.add(new CustomerRecord(
                aCustomer().withId("C-%02d".formatted(number)).payingOnAverage("" + number).build(),
                PersonalData.UNKNOWN,
                IntStream.range(0, 6).mapToObj(JdbcFeatureRunsIT::month).toList())));
        stored.add(company("E-1", null));
        stored.add(company("E-2", new CustomerId("E-1")));
        stored.add(new CustomerRecord(aCustomer().withId("X-1").former().build(), PersonalData.UNKNOWN, List.of()));
        database.customers.store(stored);
    }

    @Test
    void derivesTrendsRanksAndSurroundingsIntoTheOneRowADecisionReads() {
        FeatureRun done = run();

        assertThat(done.finished()).isTrue();
        assertThat(done.customers()).isEqualTo(28);
        assertThat(find("C-13").derived()).containsOnlyKeys("bill_trend");
        assertThat(find("C-13").derived().get("bill_trend")).isPositive();
        assertThat(find("C-01").billing().arpuPercentile()).isZero();
        assertThat(find("E-2").derived()).containsKeys("group_holds_mobile", "group_growth", "group_decision_makers");
        assertThat(run().changed()).as("a second run finds nothing to change").isZero();
    }

    @Test
    void aKilledRunGoesOnAfterTheLastBatchThatCommitted() {
        FeatureRun first = runs.advance(runs.open(TODAY));
        assertThat(first.customers()).isEqualTo(BATCH);
        assertThat(first.lastCustomer()).isEqualTo("C-10");

        JdbcFeatureRuns killed = new JdbcFeatureRuns(
                database.jdbc, JSON, new Failing(), database.transaction, CLOCK, BATCH);
        assertThatThrownBy(() -> killed.advance(first)).isInstanceOf(IllegalStateException.class);
        assertThat(runs.find(first.id())).contains(first);
        assertThat(find("C-11").derived()).as("rolled back").isEmpty();

        FeatureRun done = new RunFeatures(database.runs(BATCH), CLOCK, progress -> {}).runToday();

        assertThat(done.id()).isEqualTo(first.id());
        assertThat(done.customers()).isEqualTo(28);
        assertThat(done.kept()).isEqualTo(27);
        assertThat(find("C-25").derived()).isNotEmpty();
        assertThat(database.count("customer.feature_snapshot")).isEqualTo(27);
    }

    @Test
    void whatACrashOfTheDatabaseTakesIsPreparedAgain() {
        FeatureRun begun = runs.advance(runs.open(TODAY));
        database.jdbc.sql("TRUNCATE customer.feature_work").update();

        new RunFeatures(runs, CLOCK, progress -> {}).run(begun);

        assertThat(find("C-25").billing().arpuPercentile()).as("one of 25 others pays more").isEqualTo(0.96);
        assertThat(find("E-2").derived()).isNotEmpty();
    }

    @Test
    void onlyTheFirstRunOfAMonthKeepsSnapshotsAndOnlyOfActiveCustomers() {
        assertThat(run().kept()).isEqualTo(27);
        assertThat(run().kept()).isZero();
        FeatureRun nextMonth = new RunFeatures(runs, CLOCK, progress -> {}).run(runs.open(TODAY.plusDays(20)));

        assertThat(nextMonth.kept()).isEqualTo(27);
        assertThat(database.jdbc
                        .sql("SELECT features ->> 'bill_trend' FROM customer.feature_snapshot WHERE customer_id = 'C-07'"
                                + " ORDER BY as_of")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .doesNotContainNull();
    }

    @Test
    void thereIsOneRunAtATime() {
        FeatureRun begun = runs.open(TODAY);

        assertThat(runs.open(TODAY.plusDays(1))).isEqualTo(begun);
        assertThat(runs.unfinished()).contains(begun);
    }

    private FeatureRun run() {
        return new RunFeatures(runs, CLOCK, progress -> {}).run(runs.open(TODAY));
    }

    private CustomerProfile find(String id) {
        return database.customers.find(new CustomerId(id)).orElseThrow();
    }

    private static CustomerRecord company(String id, CustomerId parent) {
        Company company = new Company("RETAIL", 24, 0.1, 3, List.of(), parent, List.of(), 2);
        return new CustomerRecord(aCompany().withId(id).with(company).build(), PersonalData.UNKNOWN, List.of());
    }

    private static MonthlyUsage month(int number) {
        return new MonthlyUsage(
                YearMonth.parse("2026-05").plusMonths(number), 10.0, null, null, null, Money.euros(20 + number));
    }

    /** Kills whoever keeps a snapshot. */
    private static final class Failing implements CustomerHistory {
        @Override
        public void keep(Stream<FeatureSnapshot> snapshots) {
            throw new IllegalStateException("killed");
        }

        @Override
        public void record(Stream<LifeEvent> events) {
            throw new IllegalStateException("killed");
        }
    }
}
