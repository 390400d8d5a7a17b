package io.crosswise.learning.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jpmml.evaluator.OutputField;
import org.junit.jupiter.api.Test;

class AffinityPmmlTest {
    private static final List<String> SERVICES = List.of("MOBILE_20", "FIBRE_500", "TV");
    private static final double[][] MATRIX = {{0.6, 0.3, 0.1}, {0.3, 0.5, 0.4}, {0.1, 0.4, 0}};
    private static final double[][] HOLDINGS = {{1, 0, 0}, {1, 1, 0}, {0, 0, 0}};
    private final JpmmlAnswers affinity = new JpmmlAnswers(AffinityPmml.write(
            new ModelLabel("affinity", "1.0", "affinities", "ab12"), SERVICES, MATRIX, HOLDINGS));

    @Test
    void everyServiceScoresTheSumOfItsRowOverWhatIsHeld() {
        Map<String, ?> scores = affinity.of(Map.of("service_MOBILE_20", 1.0, "service_FIBRE_500", 1.0, "service_TV", 0.0));
        assertThat((Double) scores.get("MOBILE_20")).isCloseTo(0.9, within(1e-15));
        assertThat((Double) scores.get("FIBRE_500")).isCloseTo(0.8, within(1e-15));
        assertThat((Double) scores.get("TV")).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void whatIsNotSaidIsNotHeld() {
        assertThat(affinity.of(Map.of("service_TV", 1.0)))
                .isEqualTo(Map.of("MOBILE_20", 0.1, "FIBRE_500", 0.4, "TV", 0.0));
    }

    @Test
    void theAnswersAreNamedByTheServices() {
        assertThat(affinity.evaluator().getOutputFields()).extracting(OutputField::getName).containsExactlyElementsOf(SERVICES);
        assertThat(affinity.of(Map.of())).containsOnlyKeys(SERVICES);
    }
}
