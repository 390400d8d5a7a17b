package io.crosswise.learning.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.learning.Judging;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.pmml.JpmmlAnswers;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.shared.Market;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClustersRecipeTest {
    private final TrainedModel trained = new TrainFamily(customers(), new XgboostBoosting()).train("clusters", "1.0", Judging.standard());
    private final JpmmlAnswers model = new JpmmlAnswers(trained.pmml());

    @Test
    void findsThePlantedClustersOfEachMarket() {
        assertThat(trained.report().metrics()).containsEntry("clusters", 8);
        assertThat(trained.report().metric("silhouetteB2C")).isGreaterThan(0.6);
    }

    @Test
    void numbersThemFromTheSmallestPortfolioUp() {
        for (int portfolio = 0; portfolio < 4; portfolio++) {
            assertThat(model.of(customer(false, portfolio, 3)).get("cluster")).isEqualTo(1 + portfolio);
            assertThat(model.of(customer(true, portfolio, 3)).get("cluster")).isEqualTo(5 + portfolio);
        }
    }

    @Test
    void whoHoldsMuchIsSimilarToWhoHoldsMost() {
        double most = (Double) model.of(customer(false, 3, 5)).get("similarity");
        double little = (Double) model.of(customer(false, 0, 5)).get("similarity");
        assertThat(most).isBetween(0.8, 1.0);
        assertThat(little).isBetween(0.0, most / 2);
    }

    private static SyntheticHistory customers() {
        SyntheticHistory history = new SyntheticHistory();
        for (int i = 0; i < 400; i++) {
            history.holder(i, Market.B2C, Set.of(), customer(false, i % 4, i));
            history.holder(1_000 + i, Market.EBU, Set.of(), customer(true, i % 4, i));
        }
        return history;
    }

    /** @param portfolio 0 mobile, 1 broadband and television, 2 mobile and its extras, 3 everything */
    private static Map<String, Double> customer(boolean company, int portfolio, int number) {
        double some = SyntheticHistory.draw("some", number);
        double scale = company ? 20 : 1;
        double[] services = {1, 2, 3, 5};
        return Map.of(
                "market_ebu", company ? 1.0 : 0.0,
                "held_services", services[portfolio],
                "holds_mobile", portfolio == 1 ? 0.0 : 1.0,
                "holds_hbb", portfolio % 2 == 1 ? 1.0 : 0.0,
                "holds_tv", portfolio % 2 == 1 ? 1.0 : 0.0,
                "holds_cloud", portfolio >= 2 ? 1.0 : 0.0,
                "holds_security", portfolio >= 2 ? 1.0 : 0.0,
                "arpu", scale * (12 * services[portfolio] + 2 * some));
    }
}
