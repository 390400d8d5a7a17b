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
        assertThat(trained.report().metrics()).containsEntry("clusters", 4);
        assertThat(trained.report().metric("silhouetteB2C")).isGreaterThan(0.6);
    }

    @Test
    void numbersThemFromTheSmallestPortfolioUp() {
        assertThat(model.of(consumer(false, 3)).get("cluster")).isEqualTo(1);
        assertThat(model.of(consumer(true, 3)).get("cluster")).isEqualTo(2);
        assertThat(model.of(company(false, 3)).get("cluster")).isEqualTo(3);
        assertThat(model.of(company(true, 3)).get("cluster")).isEqualTo(4);
    }

    @Test
    void whoHoldsMuchIsSimilarToWhoHoldsMost() {
        double much = (Double) model.of(consumer(true, 5)).get("similarity");
        double little = (Double) model.of(consumer(false, 5)).get("similarity");
        assertThat(much).isBetween(0.5, 1.0);
        assertThat(little).isBetween(0.0, much / 2);
    }

    private static SyntheticHistory customers() {
        SyntheticHistory history = new SyntheticHistory();
        for (int i = 0; i < 400; i++) {
            history.holder(i, Market.B2C, Set.of(), consumer(i % 2 == 0, i));
            history.holder(1_000 + i, Market.EBU, Set.of(), company(i % 2 == 0, i));
        }
        return history;
    }

    private static Map<String, Double> consumer(boolean rich, int number) {
        double some = SyntheticHistory.draw("some", number);
        return Map.of(
                "market_ebu", 0.0, "held_services", rich ? 4.0 : 1.0, "holds_mobile", 1.0, "holds_hbb", rich ? 1.0 : 0.0,
                "holds_tv", rich ? 1.0 : 0.0, "holds_cloud", rich ? 1.0 : 0.0, "data_gb", (rich ? 80 : 10) + 5 * some,
                "arpu", (rich ? 70 : 12) + 5 * some);
    }

    private static Map<String, Double> company(boolean rich, int number) {
        double some = SyntheticHistory.draw("some", number);
        return Map.of(
                "market_ebu", 1.0, "held_services", rich ? 5.0 : 2.0, "holds_mobile", 1.0, "holds_cloud", rich ? 1.0 : 0.0,
                "holds_security", rich ? 1.0 : 0.0, "data_gb", (rich ? 900 : 100) + 50 * some, "arpu", (rich ? 1200 : 150) + 40 * some);
    }
}
