package io.crosswise.learning.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.learning.Judging;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.pmml.JpmmlAnswers;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.shared.Market;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AffinityRecipeTest {
    private final TrainedModel trained = new TrainFamily(holders(), new XgboostBoosting()).train("affinity", "1.0", Judging.standard());
    private final JpmmlAnswers model = new JpmmlAnswers(trained.pmml());

    @Test
    void oneFileServesBothMarketsWithoutMixingThem() {
        Map<String, ?> answers = model.of(Map.of("service_PRO_FIBRE", 1.0));
        assertThat(answers).containsOnlyKeys("FIBRE", "TV", "SPORT", "MOBILE", "WATCH", "CLOUD", "PRO_FIBRE", "PRO_FIREWALL", "PRO_FLEET");
        assertThat(answers.get("TV")).isEqualTo(0.0);
        assertThat((Double) answers.get("PRO_FIREWALL")).isPositive();
    }

    @Test
    void whoWatchesTelevisionIsLedToMoreOfIt() {
        Map<String, ?> answers = model.of(Map.of("service_FIBRE", 1.0, "service_TV", 1.0));
        assertThat((Double) answers.get("SPORT")).isGreaterThan((Double) answers.get("WATCH"));
    }

    @Test
    void theReportComparesItWithPopularity() {
        assertThat(trained.report().metric("ndcgAt3")).isGreaterThan(trained.report().metric("popularityNdcgAt3"));
        assertThat(trained.report().promotable()).isTrue();
        assertThat(trained.report().features()).hasSize(9);
    }

    private static SyntheticHistory holders() {
        SyntheticHistory history = new SyntheticHistory();
        for (int i = 0; i < 600; i++) {
            Set<String> services = new HashSet<>();
            String[] likes = i % 2 == 0 ? new String[] {"FIBRE", "TV", "SPORT"} : new String[] {"MOBILE", "WATCH", "CLOUD"};
            String[] others = i % 2 == 0 ? new String[] {"MOBILE", "WATCH", "CLOUD"} : new String[] {"FIBRE", "TV", "SPORT"};
            for (int service = 0; service < 3; service++) {
                add(services, likes[service], 0.7, i);
                add(services, others[service], 0.1, i);
            }
            history.holder(i, Market.B2C, services, Map.of());
        }
        for (int i = 600; i < 800; i++) {
            Set<String> services = new HashSet<>();
            add(services, "PRO_FIBRE", 0.6, i);
            add(services, "PRO_FIREWALL", services.isEmpty() ? 0.1 : 0.8, i);
            add(services, "PRO_FLEET", 0.3, i);
            history.holder(i, Market.EBU, services, Map.of());
        }
        return history;
    }

    private static void add(Set<String> services, String service, double chance, int customer) {
        if (SyntheticHistory.draw(service, customer) < chance) {
            services.add(service);
        }
    }
}
