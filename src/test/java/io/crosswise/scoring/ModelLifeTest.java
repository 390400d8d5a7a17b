package io.crosswise.scoring;

import static io.crosswise.scoring.RegistryFixture.SOUND;
import static io.crosswise.scoring.RegistryFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.crosswise.scoring.Model.Challenge;
import io.crosswise.scoring.Model.Challenge.Mode;
import io.crosswise.scoring.ModelChange.Blocked;
import io.crosswise.scoring.ModelChange.Changed;
import io.crosswise.scoring.ModelChange.Refused;
import io.crosswise.scoring.ModelEvent.Action;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLifeTest {
    private static final String TV = "propensity-tv";

    private final RegistryFixture fixture = new RegistryFixture().packaging(file(TV, "1.0 0.1", SOUND));

    @Test
    void aPackagedModelNobodyHadIsTheChampion() {
        assertThat(fixture.score(TV)).isEqualTo(0.1);
        assertThat(fixture.registry.all()).singleElement().satisfies(model -> {
            assertThat(model.state()).isEqualTo(ModelState.CHAMPION);
            assertThat(model.metrics()).containsEntry("auc", 0.7);
            assertThat(model.origin()).isEqualTo("packaged");
        });
    }

    @Test
    void aPackagedFileIsLoadedOnceAndNotAgainAtTheNextStart() {
        assertThat(fixture.loads).containsExactly(TV + " 1.0");
        RegistryFixture second = new RegistryFixture(fixture.versions).packaging(file(TV, "1.0 0.1", SOUND));
        assertThat(second.loads).containsExactly(TV + " 1.0");
        assertThat(fixture.versions.of(TV)).hasSize(1);
    }

    @Test
    void aNewPackagedFileNeverReplacesTheChampionButWaits() {
        RegistryFixture next = new RegistryFixture(fixture.versions).packaging(file(TV, "1.1 0.2", SOUND));

        assertThat(next.score(TV)).isEqualTo(0.1);
        assertThat(next.versions.find(TV, "1.1").orElseThrow().state()).isEqualTo(ModelState.CANDIDATE);
    }

    @Test
    void twoFilesThatCallThemselvesTheSameAreToldApart() {
        Model other = fixture.register(TV, "1.0 0.3", SOUND);

        assertThat(other.version()).startsWith("1.0-").hasSize(16);
        assertThat(fixture.register(TV, "1.0 0.3", SOUND)).isEqualTo(other);
        assertThat(fixture.versions.of(TV)).hasSize(2);
    }

    @Test
    void promotionSwapsAtOnceAndWhoHoldsTheSetKeepsIt() {
        fixture.register(TV, "2.0 0.2", SOUND);
        ModelSet before = fixture.registry.inUse();

        assertThat(fixture.promote(TV, "2.0")).isInstanceOf(Changed.class);

        assertThat(fixture.score(TV)).isEqualTo(0.2);
        assertThat(before.score(TV, FeatureRow.of(Map.of())).value()).isEqualTo(0.1);
        assertThat(fixture.versions.find(TV, "1.0").orElseThrow().state()).isEqualTo(ModelState.RETIRED);
        assertThat(fixture.versions.events(TV))
                .extracting(ModelEvent::version, ModelEvent::action)
                .containsExactly(
                        tuple("1.0", Action.REGISTERED),
                        tuple("1.0", Action.PROMOTED),
                        tuple("2.0", Action.REGISTERED),
                        tuple("1.0", Action.REPLACED),
                        tuple("2.0", Action.PROMOTED));
    }

    @Test
    void promotingTheChampionAgainChangesNothing() {
        assertThat(fixture.promote(TV, "1.0")).isInstanceOf(Changed.class);
        assertThat(fixture.versions.events(TV)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANCE", "WORSE_THAN_CHAMPION", "FAIRNESS"})
    void someGatesBlockWhoeverAcceptsThem(String gate) {
        fixture.register(TV, "2.0 0.2", failing(gate));

        ModelChange change = fixture.promoteModel.promote(TV, "2.0", "I want it", Map.of(gate, "never mind"), "scientist");

        assertThat(change).asInstanceOf(type(Blocked.class)).satisfies(blocked -> assertThat(blocked.gates())
                .extracting(ReleaseGate::name)
                .containsExactly(gate));
        assertThat(fixture.score(TV)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAK", "NO_REPORT"})
    void othersNeedSomebodyWhoAnswersForThem(String gate) {
        fixture.register(TV, "2.0 0.2", gate.equals("NO_REPORT") ? null : failing(gate));

        assertThat(fixture.promote(TV, "2.0")).isInstanceOf(Blocked.class);
        assertThat(fixture.promoteModel.promote(TV, "2.0", "I want it", Map.of(gate, " "), "scientist"))
                .isInstanceOf(Blocked.class);
        assertThat(fixture.promoteModel.promote(TV, "2.0", "I want it", Map.of(gate, "known at the time"), "scientist"))
                .isInstanceOf(Changed.class);
        assertThat(fixture.versions.events(TV).get(4).accepted()).containsExactly(Map.entry(gate, "known at the time"));
    }

    @Test
    void nobodyPromotesWithoutSayingWhy() {
        fixture.register(TV, "2.0 0.2", SOUND);
        assertThat(fixture.promoteModel.promote(TV, "2.0", " ", Map.of(), "scientist")).isInstanceOf(Refused.class);
    }

    @Test
    void rollingBackGoesOneChampionFurtherEachTime() {
        fixture.register(TV, "2.0 0.2", SOUND);
        fixture.register(TV, "3.0 0.3", SOUND);
        fixture.promote(TV, "2.0");
        fixture.promote(TV, "3.0");

        assertThat(rollBack()).isInstanceOf(Changed.class);
        assertThat(fixture.score(TV)).isEqualTo(0.2);
        assertThat(rollBack()).isInstanceOf(Changed.class);
        assertThat(fixture.score(TV)).isEqualTo(0.1);
        assertThat(rollBack()).isInstanceOf(Refused.class);
        assertThat(fixture.score(TV)).isEqualTo(0.1);
    }

    @Test
    void afterARollBackThePathGoesOnFromThere() {
        fixture.register(TV, "2.0 0.2", SOUND);
        fixture.register(TV, "3.0 0.3", SOUND);
        fixture.promote(TV, "2.0");
        rollBack();
        fixture.promote(TV, "3.0");

        rollBack();

        assertThat(fixture.score(TV)).isEqualTo(0.1);
    }

    @Test
    void aChallengerThatBecomesChampionStopsChallenging() {
        fixture.register(TV, "2.0 0.2", SOUND);
        challenge("2.0", Mode.SPLIT, 0.5);

        fixture.promote(TV, "2.0");

        assertThat(fixture.registry.all()).singleElement().satisfies(model -> {
            assertThat(model.version()).isEqualTo("2.0");
            assertThat(model.challenge()).isNull();
        });
    }

    @Test
    void onlyOneSplitRunsAtATimeAndShadowsBesideIt() {
        fixture.register(TV, "2.0 0.2", SOUND);
        fixture.register(TV, "3.0 0.3", SOUND);

        assertThat(challenge("2.0", Mode.SPLIT, 0.1)).isInstanceOf(Changed.class);
        assertThat(challenge("3.0", Mode.SPLIT, 0.1)).isInstanceOf(Refused.class);
        assertThat(challenge("3.0", Mode.SHADOW, 0)).isInstanceOf(Changed.class);
        assertThat(challenge("1.0", Mode.SHADOW, 0)).isInstanceOf(Refused.class);
        assertThat(challenge("2.0", Mode.SPLIT, 0.2)).as("another share").isInstanceOf(Changed.class);
    }

    @Test
    void aModelNoBetterThanChanceDecidesForNobody() {
        fixture.register(TV, "2.0 0.2", failing("CHANCE"));

        assertThat(challenge("2.0", Mode.SPLIT, 0.1)).isInstanceOf(Blocked.class);
        assertThat(challenge("2.0", Mode.SHADOW, 0)).isInstanceOf(Changed.class);
    }

    @Test
    void onlyTheChampionCannotBeRetired() {
        fixture.register(TV, "2.0 0.2", SOUND);

        assertThat(fixture.retireModel.retire(TV, "2.0", null, "scientist")).isInstanceOf(Changed.class);
        assertThat(fixture.retireModel.retire(TV, "1.0", null, "scientist")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.retireModel.retire(TV, "9", null, "scientist")).isInstanceOf(UnknownModel.class);
    }

    @Test
    void aFileThatDoesNotLoadOrAnswerIsNotRegistered() {
        assertThatThrownBy(() -> fixture.register(TV, "broken", null)).isInstanceOf(UnusableModel.class);
        assertThatThrownBy(() -> fixture.register(TV, "2.0 NaN", null))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("no finite number");
        assertThatThrownBy(() -> fixture.register("../tv", "2.0 0.2", null)).isInstanceOf(UnusableModel.class);
        assertThat(fixture.versions.of(TV)).hasSize(1);
    }

    @Test
    void aRetiredVersionStillAnswersForTheDecisionsThatNameIt() {
        fixture.register(TV, "2.0 0.2", SOUND);
        fixture.promote(TV, "2.0");

        assertThat(fixture.registry.version(TV, "1.0").score(FeatureRow.of(Map.of()))).isEqualTo(0.1);
        assertThatThrownBy(() -> fixture.registry.version(TV, "7")).isInstanceOf(UnknownModel.class);
    }

    @Test
    void aSecondNodeFollows() {
        RegistryFixture second = new RegistryFixture(fixture.versions).packaging();
        assertThat(second.registry.isBehind()).isFalse();
        fixture.register(TV, "2.0 0.2", SOUND);
        fixture.promote(TV, "2.0");

        assertThat(fixture.registry.isBehind()).isFalse();
        second.registry.refresh();

        assertThat(second.score(TV)).isEqualTo(0.2);
    }

    private ModelChange rollBack() {
        return fixture.rollBackModel.rollBack(TV, "Sales fell", "scientist");
    }

    private ModelChange challenge(String version, Mode mode, double share) {
        return fixture.challengeChampion.challenge(TV, version, new Challenge(mode, share), null, "scientist");
    }

    private static String failing(String gate) {
        return SOUND.replace("]}", ",{\"name\":\"" + gate + "\",\"passed\":false,\"text\":\"no\"}]}");
    }
}
