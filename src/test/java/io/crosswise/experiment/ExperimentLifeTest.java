package io.crosswise.experiment;

import static io.crosswise.experiment.ExperimentBuilder.NOW;
import static io.crosswise.experiment.ExperimentBuilder.anExperiment;
import static io.crosswise.experiment.ExperimentBuilder.discounting;
import static io.crosswise.experiment.ExperimentBuilder.preferring;
import static io.crosswise.experiment.ExperimentBuilder.wording;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.experiment.ExperimentChange.Changed;
import io.crosswise.experiment.ExperimentChange.Refused;
import io.crosswise.shared.Market;
import io.crosswise.trigger.TriggerType;
import io.crosswise.trigger.TriggerTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How experiments come and go, and what is refused. */
class ExperimentLifeTest {
    private final MemoryExperiments experiments = new MemoryExperiments();
    private Instant now = NOW;
    private final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final CheckExperiment check = new CheckExperiment(new OneOffer(), new TwoTriggers(), () -> Set.of("brief"));

    @Test
    void aDraftDecidesNothingUntilItIsStarted() {
        create(anExperiment("tv").build());
        assertThat(experiments.find("tv").orElseThrow().buckets()).isEmpty();

        assertThat(start("tv")).isInstanceOf(Changed.class);
        assertThat(experiments.find("tv").orElseThrow().buckets()).hasSize(2);
    }

    @Test
    void experimentsOfOneGroupGetCustomersOfTheirOwnUntilItIsFull() {
        create(anExperiment("a1").in("prices", 0.6).build());
        create(anExperiment("b1").in("prices", 0.4).build());
        create(anExperiment("c1").in("prices", 0.1).build());

        assertThat(start("a1")).isInstanceOf(Changed.class);
        assertThat(start("b1")).isInstanceOf(Changed.class);
        assertThat(refusal(start("c1")).code()).isEqualTo("EXCLUSION_GROUP_FULL");
        assertThat(refusal(start("c1")).objections().get(0)).contains("0.00 %").contains("[a1, b1]");

        new StopExperiment(experiments, clock).stop("b1", "no use", "marketer");
        assertThat(start("c1")).isInstanceOf(Changed.class);
    }

    @Test
    void bucketsStayReservedBetweenTheEndAndTheExpiry() {
        create(anExperiment("a1").in("prices", 1).build());
        start("a1");
        now = NOW.plus(Duration.ofDays(45));
        create(anExperiment("b1").in("prices", 1).until(now.plus(Duration.ofDays(9)), now.plus(Duration.ofDays(9))).build());
        assertThat(refusal(start("b1")).code()).isEqualTo("EXCLUSION_GROUP_FULL");

        now = NOW.plus(Duration.ofDays(60));
        create(anExperiment("c1").in("prices", 1).until(now.plus(Duration.ofDays(9)), now.plus(Duration.ofDays(9))).build());
        assertThat(start("c1")).isInstanceOf(Changed.class);
    }

    @Test
    void whatContradictsARunningExperimentBelongsIntoItsGroup() {
        create(anExperiment("a1").build());
        create(anExperiment("b1").build());
        create(anExperiment("words").of(Kind.MESSAGE, wording("brief")).build());
        create(anExperiment("births").after("birth").build());
        create(anExperiment("moves").after("house-move").build());
        start("births");

        assertThat(start("moves")).isInstanceOf(Changed.class);
        assertThat(start("words")).isInstanceOf(Changed.class);
        Refused refused = refusal(start("a1"));
        assertThat(refused.code()).isEqualTo("CONFLICTING_EXPERIMENT");
        assertThat(refused.objections().get(0)).contains("births also varies offer");
    }

    @Test
    void aGroupCountsByOneUnit() {
        create(anExperiment("a1").in("prices", 0.5).build());
        create(anExperiment("b1").in("prices", 0.5).by(Unit.COMPANY_GROUP).build());
        start("a1");

        assertThat(refusal(start("b1")).objections().get(0)).contains("counts by CUSTOMER");
    }

    @Test
    void aGrowingShareMovesNobodyOutAndStartsANewComparison() {
        create(anExperiment("tv").of(Kind.OFFER, 0.1, preferring("O-TV")).build());
        start("tv");
        StoredExperiment before = experiments.find("tv").orElseThrow();

        ExperimentChange change = new ReviseExperiment(experiments, check, clock)
                .revise(anExperiment("tv").of(Kind.OFFER, 0.3, preferring("O-TV")).build(), "marketer");

        StoredExperiment after = ((Changed) change).experiment();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.comparableSince()).isEqualTo(2);
        for (int bucket = 0; bucket < BucketRange.BUCKETS; bucket++) {
            if (before.arm(bucket).orElseThrow().name().equals("other")) {
                assertThat(after.arm(bucket).orElseThrow().name()).isEqualTo("other");
            }
        }
    }

    @Test
    void trafficThatOnlyGrowsKeepsTheComparisonButCustomersOfAnotherArmBeginANewOne() {
        create(anExperiment("tv").in("tv", 0.4).build());
        start("tv");

        assertThat(revise(anExperiment("tv").in("tv", 0.6).build()).comparableSince()).isEqualTo(1);
        assertThat(revise(anExperiment("tv").in("tv", 0.2).build()).comparableSince()).isEqualTo(1);
        StoredExperiment again = revise(anExperiment("tv").in("tv", 0.6).build());

        assertThat(again.version()).isEqualTo(4);
        assertThat(again.comparableSince()).as("buckets of the control are tv-first's now").isEqualTo(4);
        assertThat(revise(anExperiment("tv").in("tv", 0.7).build()).comparableSince()).isEqualTo(4);
    }

    private StoredExperiment revise(Experiment definition) {
        return ((Changed) new ReviseExperiment(experiments, check, clock).revise(definition, "marketer")).experiment();
    }

    @Test
    void nobodyChangesTheDiscountOfABundle() {
        assertThat(check.check(anExperiment("cheap").of(Kind.DISCOUNT, discounting("O-TV", "2")).build(), NOW))
                .containsExactly("the offer of arm other is not on sale by itself, and bundles keep their discount: O-TV");
    }

    @Test
    void anArmThatWouldGetNobodyIsRefused() {
        assertThat(check.check(anExperiment("tiny").of(Kind.OFFER, 0.00004, preferring("O-TV")).build(), NOW))
                .containsExactly("arm other would get less than one in 10000 customers; give it a larger share or more traffic");
        assertThat(check.check(anExperiment("small").of(Kind.OFFER, 0.0002, preferring("O-TV")).build(), NOW)).isEmpty();
    }

    @Test
    void aStartedExperimentKeepsItsQuestion() {
        create(anExperiment("tv").build());
        start("tv");

        ExperimentChange change = new ReviseExperiment(experiments, check, clock)
                .revise(anExperiment("tv").of(Kind.DISCOUNT, discounting(null, "2")).build(), "marketer");

        assertThat(refusal(change).code()).isEqualTo("OTHER_EXPERIMENT");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Experiment wrong = anExperiment("Bad Name")
                .of(new Arm("c", 0.5, Treatment.NONE), new Arm("x", 0.4, preferring("O-UNKNOWN")), new Arm("y", 0.2, discounting(null, "2")))
                .after("solar-eclipse")
                .until(NOW.minusSeconds(1), NOW.minusSeconds(2))
                .in("g1", 1.5)
                .build();

        assertThat(check.check(wrong, NOW))
                .anyMatch(objection -> objection.startsWith("name is"))
                .anyMatch(objection -> objection.contains("sum to 1, not to 1.1"))
                .anyMatch(objection -> objection.contains("not on sale: O-UNKNOWN"))
                .anyMatch(objection -> objection.contains("CHANGE_DISCOUNT of arm y is none of kind OFFER"))
                .anyMatch(objection -> objection.contains("no trigger type solar-eclipse"))
                .anyMatch(objection -> objection.contains("until lies in the future"))
                .anyMatch(objection -> objection.contains("expiry is not before until"))
                .anyMatch(objection -> objection.contains("traffic is a share"));
    }

    @Test
    void aHoldOutOfAProgrammeSaysWhatItHoldsBack() {
        Experiment programme = anExperiment("births-held-back").holdingOut(0.1, Kind.PROGRAMME_HOLD_OUT, "Births").after("birth").build();
        Experiment vague = anExperiment("vague").holdingOut(0.1, Kind.PROGRAMME_HOLD_OUT, null).build();

        assertThat(check.check(programme, NOW)).isEmpty();
        assertThat(check.check(vague, NOW)).anyMatch(objection -> objection.startsWith("programme is missing")).hasSize(2);
        assertThat(check.check(anExperiment("mine").holdingOut(0.1, Kind.UNIVERSAL_HOLD_OUT, null).build(), NOW))
                .anyMatch(objection -> objection.contains("exists once"));
    }

    private void create(Experiment experiment) {
        ExperimentChange change = new CreateExperiment(experiments, check, clock).create(experiment, "marketer");
        assertThat(change).isInstanceOf(Changed.class);
    }

    private ExperimentChange start(String name) {
        return new StartExperiment(experiments, check, clock).start(name, "marketer");
    }

    private static Refused refusal(ExperimentChange change) {
        assertThat(change).isInstanceOf(Refused.class);
        return (Refused) change;
    }

    private static final class OneOffer implements Catalogues {
        private final Catalogue catalogue = new Catalogue(
                "v", List.of(), List.of(), List.of(Catalogue.Bundle.fixed("O-TV", "TV", Market.B2C, List.of(), null)));

        @Override
        public Catalogue current() {
            return catalogue;
        }

        @Override
        public Catalogue version(String version) {
            return catalogue;
        }

        @Override
        public Catalogue publish(Catalogue published) {
            return catalogue;
        }
    }

    private static final class TwoTriggers implements TriggerTypes {
        @Override
        public Optional<TriggerType> find(String name) {
            return names().contains(name) ? Optional.of(new TriggerType(name, null, Map.of())) : Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of("birth", "house-move");
        }
    }
}
