package io.crosswise.scoring;

import static io.crosswise.shared.ServiceCategory.CLOUD;
import static io.crosswise.shared.ServiceCategory.HBB;
import static io.crosswise.shared.ServiceCategory.MOBILE;
import static io.crosswise.shared.ServiceCategory.TV;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.AnsweringModels;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreCustomerTest {
    private static final CustomerProfile HOLDS_MOBILE = aCustomer().build();
    private final AnsweringModels models = new AnsweringModels();
    private final ScoreCustomer scoreCustomer = new ScoreCustomer(new LifetimeValueSettings(0, 24));

    @Test
    void whatIsBoughtAnywayIsThePropensityLessTheUplift() {
        models.answering("propensity-tv", 0.3).answering("uplift-tv", 0.2);
        models.answering("propensity-hbb", 0.2).answering("uplift-hbb", -0.05);
        models.answering("propensity-cloud", 0.1).answering("uplift-cloud", 0.15);

        CustomerScores scores = score(TV, HBB, CLOUD);

        assertThat(scores.propensities().get(TV).ifNotOffered().value()).isCloseTo(0.1, within(1e-12));
        assertThat(scores.propensities().get(TV).upliftClass()).isEqualTo(UpliftClass.PERSUADABLE);
        assertThat(scores.propensities().get(HBB).upliftClass()).isEqualTo(UpliftClass.SLEEPING_DOG);
        assertThat(scores.propensities().get(CLOUD).ifNotOffered().value()).as("never below nobody").isZero();
    }

    @Test
    void whereNoUpliftIsKnownHoldOutCustomersTellWhatIsBoughtAnyway() {
        models.answering("propensity-tv", 0.3).answering("baseline-tv", 0.12);
        models.answering("propensity-hbb", 0.3).answering("uplift-hbb", 0.1).answering("baseline-hbb", 0.05);

        CustomerScores scores = score(TV, HBB);

        assertThat(scores.propensities().get(TV).ifNotOffered().value()).isEqualTo(0.12);
        assertThat(scores.propensities().get(HBB).ifNotOffered().value()).isCloseTo(0.2, within(1e-12));
        assertThat(scores.scores()).extracting(Score::model).doesNotContain("baseline-hbb");
    }

    @Test
    void leavesOutACategoryThatLacksOneOfItsModelsOrIsNotOnSale() {
        models.answering("propensity-tv", 0.3).answering("uplift-tv", 0.1);
        models.answering("propensity-hbb", 0.3).answering("uplift-hbb", 0.1);
        models.answering("propensity-cloud", 0.3);

        assertThat(score(CLOUD, TV).propensities()).containsOnlyKeys(TV);
    }

    @Test
    void upgradesAreAskedForOnlyWhereTheCategoryIsHeld() {
        models.answering("propensity-mobile", 0.3).answering("uplift-mobile", 0.1).answering("upsell-mobile", 0.4);
        models.answering("propensity-hbb", 0.3).answering("uplift-hbb", 0.1).answering("upsell-hbb", 0.5);

        CustomerScores scores = score(MOBILE, HBB);

        assertThat(scores.upsells()).containsOnlyKeys(MOBILE);
        assertThat(scores.propensity(MOBILE, true).orElseThrow().ifOffered().value()).isEqualTo(0.4);
        assertThat(scores.propensity(HBB, false).orElseThrow().ifOffered().value()).isEqualTo(0.3);
    }

    @Test
    void survivalMultipliesTheHazardsOfTheQuarters() {
        models.answering("churn-hazard", row -> row.get("quarter_ahead") * 0.1).answering("margin", 20);

        Outlook outlook = score().outlook();

        assertThat(outlook.churn3().value()).isCloseTo(0.1, within(1e-12));
        assertThat(outlook.churn12().value()).isCloseTo(1 - 0.9 * 0.8 * 0.7 * 0.6, within(1e-12));
        assertThat(score().scores()).containsExactly(new Score("churn-hazard", "1", 0.1), new Score("margin", "1", 20));
    }

    @Test
    void lifetimeValueIsTheMarginOfTheMonthsTheCustomerStays() {
        models.answering("churn-hazard", 0).answering("margin", 20);
        assertThat(score().outlook().lifetimeValue()).isEqualTo(Money.euros("480"));

        models.answering("churn-hazard", 1);
        assertThat(score().outlook().lifetimeValue()).isEqualTo(Money.euros("0"));

        double halvesEveryQuarter = 0;
        for (int month = 1; month <= 24; month++) {
            halvesEveryQuarter += 20 * Math.pow(0.5, month / 3.0);
        }
        models.answering("churn-hazard", 0.5);
        assertThat(score().outlook().lifetimeValue()).isEqualTo(Money.euros(halvesEveryQuarter));
    }

    @Test
    void everyChannelIsAskedForEveryBandOfTheDay() {
        models.answering("response-email", row -> 0.01 + 0.01 * row.get("hour_band"));
        models.answering("response-account-manager", 0.5);

        Map<ChannelCode, ChannelResponse> responses = score().responses();

        assertThat(responses).as("consumers have no account manager").containsOnlyKeys(ChannelCode.EMAIL);
        assertThat(responses.get(ChannelCode.EMAIL).best()).isEqualTo(HourBand.EVENING);
        assertThat(responses.get(ChannelCode.EMAIL).in(HourBand.MORNING).value()).isEqualTo(0.01);
    }

    @Test
    void withoutModelsNothingIsKnown() {
        CustomerScores scores = score(TV);

        assertThat(scores.propensities()).isEmpty();
        assertThat(scores.outlook()).isEqualTo(Outlook.UNKNOWN);
        assertThat(scores.likeness()).isEqualTo(Likeness.UNKNOWN);
    }

    @Test
    void refusesAScoreThatIsNoProbabilityInsteadOfCuttingIt() {
        models.answering("payment-risk", 1.0000001);
        assertThatThrownBy(() -> score())
                .isInstanceOf(RefusedScore.class)
                .hasMessageContaining("payment-risk")
                .hasMessageContaining("1.0000001");
        models.answering("payment-risk", -0.01);
        assertThatThrownBy(() -> score()).isInstanceOf(RefusedScore.class);
    }

    private CustomerScores score(ServiceCategory... onSale) {
        return scoreCustomer.score(models.inUse(), HOLDS_MOBILE, Set.of(onSale), Map.of("tenure_months", 12.0));
    }
}
