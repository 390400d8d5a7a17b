package io.crosswise.experiment;

import static io.crosswise.experiment.ExperimentBuilder.NOW;
import static io.crosswise.experiment.ExperimentBuilder.anExperiment;
import static io.crosswise.experiment.ExperimentBuilder.preferring;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is in which arm. */
class AssignArmsTest {
    private static final StoredExperiment UNIVERSAL = universal(0.05);

    @Test
    void aCustomerStaysInItsArm() {
        ArmInForce first = arm(UNIVERSAL, "C-000042");

        assertThat(first.experiment()).isEqualTo("universal-holdout");
        assertThat(arm(UNIVERSAL, "C-000042")).isEqualTo(first);
    }

    @Test
    void theUniversalHoldOutHoldsTheSameCustomersAsTheShareAlone() {
        assertThat(IntStream.range(0, 5_000).mapToObj(i -> "C-" + i))
                .allMatch(id -> arm(UNIVERSAL, id).arm().equals(AssignArms.universal(new CustomerId(id), 0.05).arm()));
    }

    @Test
    void theShareIsHeldOut() {
        assertThat(IntStream.range(0, 20_000).filter(i -> isHeldOut(UNIVERSAL, i)).count()).isBetween(900L, 1100L);
        assertThat(IntStream.range(0, 1_000).filter(i -> isHeldOut(universal(0), i))).isEmpty();
        assertThat(IntStream.range(0, 1_000).filter(i -> !isHeldOut(universal(1), i))).isEmpty();
    }

    @Test
    void whoWasHeldOutStaysHeldOutWhenTheShareGrows() {
        assertThat(IntStream.range(0, 5_000).filter(i -> isHeldOut(UNIVERSAL, i) && !isHeldOut(universal(0.1), i))).isEmpty();
    }

    /** χ² of a four-fold table; 10.83 is its 99.9 % quantile with one degree of freedom. */
    @Test
    void groupsAreIndependentOfEachOtherAndOfTheHoldOut() {
        StoredExperiment prices = anExperiment("prices").started();
        StoredExperiment words = anExperiment("words").of(Kind.MESSAGE, ExperimentBuilder.wording("brief")).started();
        StoredExperiment half = universal(0.5);

        assertThat(chiSquared(prices, words)).isLessThan(10.83);
        assertThat(chiSquared(prices, half)).isLessThan(10.83);
        assertThat(chiSquared(prices, prices)).isGreaterThan(1_000);
    }

    @Test
    void aWholeCompanyGroupIsInOneArm() {
        StoredExperiment byGroup = anExperiment("groups").by(Unit.COMPANY_GROUP).started();
        CustomerProfile parent = aCompany().withId("E-000001").build();

        for (int i = 10; i < 60; i++) {
            CustomerProfile subsidiary = aCompany().withId("E-0000" + i).with(childOf(parent.id())).build();
            assertThat(arm(byGroup, subsidiary).bucket()).isEqualTo(arm(byGroup, parent).bucket());
            assertThat(arm(byGroup, subsidiary).unit()).isEqualTo("E-000001");
        }
    }

    @Test
    void onlyDecisionsOfTheAudienceCount() {
        StoredExperiment births = anExperiment("births").after("birth").started();
        StoredExperiment companies =
                anExperiment("companies").forDecisionsOn(new Audience(Market.EBU, Set.of(), Set.of(), Set.of())).started();

        assertThat(AssignArms.assign(List.of(births, companies), aCustomer().build(), "house-move", NOW)).isEmpty();
        assertThat(AssignArms.assign(List.of(births, companies), aCustomer().build(), "birth", NOW))
                .extracting(ArmInForce::experiment)
                .containsExactly("births");
    }

    @Test
    void nobodyIsInAnArmBeforeOrAfterThePeriod() {
        StoredExperiment month = anExperiment("month").started();

        assertThat(AssignArms.assign(List.of(month), aCustomer().build(), "birth", NOW.minus(Duration.ofDays(2)))).isEmpty();
        assertThat(AssignArms.assign(List.of(month), aCustomer().build(), "birth", NOW.plus(Duration.ofDays(30)))).isEmpty();
        assertThat(AssignArms.assign(List.of(month), aCustomer().build(), "birth", NOW)).hasSize(1);
    }

    @Test
    void anArmKnowsEveryOfferItsExperimentIsAbout() {
        StoredExperiment started = anExperiment("three")
                .of(new Arm("none", 0.4, Treatment.NONE), new Arm("tv", 0.3, preferring("O-TV")), new Arm("fibre", 0.3, preferring("O-FIBRE")))
                .started();

        assertThat(arm(started, "C-1").offers()).containsExactlyInAnyOrder("O-TV", "O-FIBRE");
    }

    private static StoredExperiment universal(double share) {
        return anExperiment(Experiment.UNIVERSAL).holdingOut(share, Kind.UNIVERSAL_HOLD_OUT, null).started();
    }

    private static double chiSquared(StoredExperiment one, StoredExperiment other) {
        int customers = 20_000;
        Map<String, Integer> cells = new HashMap<>();
        for (int i = 0; i < customers; i++) {
            String left = arm(one, "C-" + i).arm();
            String right = arm(other, "C-" + i).arm();
            cells.merge(left + "/" + right, 1, Integer::sum);
            cells.merge("l" + left, 1, Integer::sum);
            cells.merge("r" + right, 1, Integer::sum);
        }
        double sum = 0;
        for (Arm left : one.definition().arms()) {
            for (Arm right : other.definition().arms()) {
                double expected = cells.get("l" + left.name()) * (double) cells.get("r" + right.name()) / customers;
                sum += Math.pow(cells.getOrDefault(left.name() + "/" + right.name(), 0) - expected, 2) / expected;
            }
        }
        return sum;
    }

    private static boolean isHeldOut(StoredExperiment experiment, int customer) {
        return arm(experiment, "C-" + customer).arm().equals(Experiment.HELD_OUT);
    }

    private static ArmInForce arm(StoredExperiment experiment, String customer) {
        return AssignArms.arm(experiment, customer).orElseThrow();
    }

    private static ArmInForce arm(StoredExperiment experiment, CustomerProfile customer) {
        return AssignArms.assign(List.of(experiment), customer, "new-site", NOW).get(0);
    }

    private static Company childOf(CustomerId parent) {
        return new Company("RETAIL", 30, 0.1, 2, List.of(), parent, List.of(), 1);
    }
}
