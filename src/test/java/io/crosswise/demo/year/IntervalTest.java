package io.crosswise.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void theIntervalOfAMeanIsAsWideAsItsStandardErrorSays() {
        double[] values = IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();

        Interval mean = Interval.ofMean(values);

        assertThat(mean.value()).isEqualTo(0.5);
        assertThat(mean.high() - mean.low()).isCloseTo(2 * 1.96 * 0.5 / 20, within(0.015));
    }

    @Test
    void pairsThatMoveTogetherHaveACertainRatio() {
        double[] one = IntStream.range(1, 50).mapToDouble(i -> 3.0 * i).toArray();
        double[] two = IntStream.range(1, 50).mapToDouble(i -> 2.0 * i).toArray();

        Interval ratio = Interval.ofRatio(one, two);

        assertThat(ratio.low()).isCloseTo(1.5, within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.5, within(1e-9));
        assertThat(ratio.text("%.1f", 1)).isEqualTo("1.5 (1.5 to 1.5)");
    }

    @Test
    void nothingToDivideByIsADash() {
        assertThat(Interval.ofRatio(new double[] {0}, new double[] {0}).text("%.1f", 1)).isEqualTo("–");
    }
}
