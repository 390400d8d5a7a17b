package io.crosswise.decision.jdbc;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.crosswise.decision.Decisions.OfferHistory;
import io.crosswise.decision.Exploration;
import io.crosswise.decision.Exploration.Draw;
import io.crosswise.decision.Exposure;
import io.crosswise.decision.Influence;
import io.crosswise.decision.OfferState;
import io.crosswise.decision.OpportunityCost;
import io.crosswise.decision.OpportunityCost.Row;
import io.crosswise.decision.OpportunityCosts;
import io.crosswise.decision.OpportunityCosts.Cost;
import io.crosswise.decision.OpportunityCosts.Total;
import io.crosswise.decision.Postponement;
import io.crosswise.decision.ReportOpportunityCosts.By;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Segment;
import io.crosswise.shared.Stage;
import io.crosswise.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What arbitration reads from the decision log and what is reported of it. */
class ArbitrationIT {
    private static final Instant LATER = DECIDED_AT.plus(Duration.ofDays(1));

    private final Database database = new Database();
    private final JdbcOpportunityCosts costs = new JdbcOpportunityCosts(database.jdbc);

    @Test
    void anOfferPutOffIsRememberedAndIsNoRefusal() {
        database.with(aDecision().in(OfferState.PRESENTED).withState());

        database.decisions.moveOn(new DecisionId("D-1"), List.of(OfferState.PRESENTED), OfferState.LATER, LATER);

        assertThat(database.decisions.offerHistory(new CustomerId("C-000042")))
                .isEqualTo(new OfferHistory(List.of(), null, List.of(new Postponement("O-FIBRE", LATER)), List.of()));
    }

    @Test
    void contactsOfAnOfferAreCountedUpToAsManyAsAreAskedFor() {
        database.with(
                aDecision().withId("D-1").in(OfferState.PRESENTED).withState(),
                aDecision().withId("D-2").in(OfferState.ACCEPTED).withState(),
                aDecision().withId("D-3").in(OfferState.LATER).withState(),
                aDecision().withId("D-4").in(OfferState.SCHEDULED).withState(),
                aDecision().withId("D-5").in(OfferState.CANCELLED).withState());
        database.jdbc.sql("""
                        INSERT INTO outcome.past_contact (campaign, customer_id, category, offer_code, channel, treated, contacted_on, bought)
                        VALUES ('A', 'C-1', 'HBB', 'O-FIBRE', 'EMAIL', true, '2026-01-01', true),
                               ('A', 'C-2', 'HBB', 'O-FIBRE', NULL, false, '2026-01-01', true)""").update();
        JdbcExposureCounts counts = new JdbcExposureCounts(database.jdbc);

        assertThat(counts.of(List.of("O-FIBRE", "O-NEW"), 100, DECIDED_AT))
                .containsOnly(
                        entry("O-FIBRE", new Exposure(4, 3, 2, 0, 0)),
                        entry("O-NEW", new Exposure(0, 0, 0, 0, 0)));
        assertThat(counts.of(List.of("O-FIBRE"), 3, DECIDED_AT).get("O-FIBRE").presented()).isEqualTo(3);
    }

    @Test
    void offersMadeOnlyBecauseOfADrawAreCountedPerDay() {
        Exploration drawn = new Exploration(
                "T-1", true, List.of(new Draw("O-FIBRE", 0, 0, 0, 2, 8, new Probability(0.4), Money.euros("50"))));
        Exploration inVain = new Exploration("T-1", false, drawn.draws());
        database.with(
                aDecision().withId("D-1").exploring(drawn).withState(),
                aDecision().withId("D-2").exploring(drawn).decidedAt(LATER).withState(),
                aDecision().withId("D-3").exploring(inVain).withState());
        JdbcExposureCounts counts = new JdbcExposureCounts(database.jdbc);

        assertThat(counts.of(List.of("O-FIBRE"), 100, LATER.minusSeconds(1)).get("O-FIBRE")).isEqualTo(new Exposure(0, 0, 0, 1, 2));
        assertThat(database.decisions.find(new DecisionId("D-1")).orElseThrow().decision().exploration()).isEqualTo(drawn);
    }

    @Test
    void whatRowsAndLeversCostIsAddedUp() {
        database.with(
                aDecision().withId("D-1").givingUp(cost("O-TV", "30", row(Influence.RULE, "eligibility_x", "30"), row(Influence.LEVER, "levers_y", "12"))).withState(),
                aDecision().withId("D-2").inSegment(null).givingUp(cost("O-TV", "20", row(Influence.RULE, "eligibility_x", "20"))).withState(),
                aDecision().withId("D-3").decidedAt(LATER).inSegment(Segment.B2C_STANDARD)
                        .givingUp(cost("O-CLOUD", "5", row(Influence.RULE, "suitability_z", "5")))
                        .withState(),
                aDecision().withId("D-4").givingUp(OpportunityCost.NONE).withState(),
                aDecision().withId("D-5").withoutOffer().givingUp(null).withState());

        assertThat(costs.report(By.RULE, null, null)).isEqualTo(new OpportunityCosts(
                new Total(3, Money.euros("55")),
                List.of(
                        new Cost("eligibility_x", Influence.RULE, "ELIGIBILITY", "WHY", 2, Money.euros("50")),
                        new Cost("suitability_z", Influence.RULE, "ELIGIBILITY", "WHY", 1, Money.euros("5")))));
        assertThat(costs.report(By.LEVER, null, null).costs())
                .containsExactly(new Cost("levers_y", Influence.LEVER, "ELIGIBILITY", "WHY", 1, Money.euros("12")));
        assertThat(costs.report(By.OFFER, null, null).costs())
                .containsExactly(
                        new Cost("O-TV", null, null, null, 2, Money.euros("50")),
                        new Cost("O-CLOUD", null, null, null, 1, Money.euros("5")));
        assertThat(costs.report(By.SEGMENT, null, null).costs())
                .extracting(Cost::key)
                .containsExactly("B2C_LOYALTY", "UNKNOWN", "B2C_STANDARD");
        assertThat(costs.report(By.OFFER, LATER, null).total()).isEqualTo(new Total(1, Money.euros("5")));
        assertThat(costs.report(By.OFFER, null, LATER).total()).isEqualTo(new Total(2, Money.euros("50")));
    }

    @Test
    void whatWasDecidedAgainOrHeldOutIsNotCounted() {
        OpportunityCost given = cost("O-TV", "30", row(Influence.RULE, "eligibility_x", "30"));
        database.with(
                aDecision().withId("D-1").withoutOffer().givingUp(given).withState(),
                aDecision().withId("D-2").superseding("D-1").givingUp(given).withState(),
                aDecision().withId("D-3").heldOut().givingUp(given).withState());

        assertThat(costs.report(By.RULE, null, null)).isEqualTo(new OpportunityCosts(
                new Total(1, Money.euros("30")),
                List.of(new Cost("eligibility_x", Influence.RULE, "ELIGIBILITY", "WHY", 1, Money.euros("30")))));
    }

    private static OpportunityCost cost(String offer, String total, Row... rows) {
        return new OpportunityCost(Money.euros(total), offer, List.of(rows));
    }

    private static Row row(Influence kind, String rule, String euros) {
        return new Row(kind, rule, Stage.ELIGIBILITY, "WHY", "O-TV", Money.euros(euros));
    }
}
