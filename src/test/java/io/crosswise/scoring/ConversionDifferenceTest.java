package io.crosswise.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.scoring.Comparison.Arm;
import io.crosswise.scoring.Comparison.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionDifferenceTest {
    /** Newcombe 1998, table II, method 10: 56/70 − 48/80, 9/10 − 3/10, 6/7 − 2/7, 5/56 − 0/29, 0/10 − 0/20, 10/10 − 0/20. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80,  0.0524, 0.3339",
        " 9, 10,  3, 10,  0.1705, 0.8090",
        " 6,  7,  2,  7,  0.0582, 0.8062",
        " 5, 56,  0, 29, -0.0381, 0.1926",
        " 0, 10,  0, 20, -0.1611, 0.2775",
        "10, 10,  0, 20,  0.6791, 1.0000"
    })
    void isTheIntervalThatWasPublished(long yes, long of, long otherYes, long otherOf, double low, double high) {
        Difference difference = ConversionDifference.of(new Arm(otherOf, otherYes), new Arm(of, yes));

        assertThat(difference.low()).isCloseTo(low, within(5e-5));
        assertThat(difference.high()).isCloseTo(high, within(5e-5));
        assertThat(difference.conclusive()).isEqualTo(low > 0);
    }

    @Test
    void thereIsNoneWithoutCustomers() {
        assertThat(ConversionDifference.of(new Arm(0, 0), new Arm(10, 1))).isNull();
    }
}
