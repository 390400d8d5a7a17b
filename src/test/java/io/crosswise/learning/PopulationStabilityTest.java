package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {
    private static final List<Bin> HALVES =
            List.of(new Bin(null, 10.0, null, 0.5), new Bin(10.0, null, null, 0.5), missing(0));
    private static final List<Bin> DECILES = IntStream.range(0, 10)
            .mapToObj(i -> new Bin(i == 0 ? null : (Double) (double) i, i == 9 ? null : (Double) (i + 1.0), null, 0.1))
            .toList();

    @Test
    void addsUpShiftsTimesTheirLogarithm() {
        BinCounts now = counted(HALVES, 2_000_000, 9.99, 8_000_000, 10.0);

        PopulationStability stability = judge(now, 10_000_000);

        // (0.2 − 0.5) · ln(0.2/0.5) + (0.8 − 0.5) · ln(0.8/0.5)
        assertThat(stability.psi()).isCloseTo(0.274887 + 0.141001, within(1e-5));
        assertThat(stability.level()).isEqualTo(DriftLevel.ALARM);
        assertThat(stability.bins()).extracting(PopulationStability.Move::now).containsExactly(0.2, 0.8);
    }

    @Test
    void givesAnEmptyBinHalfARow() {
        BinCounts now = counted(HALVES, 0, 0.0, 99, 10.0);

        // 2 bins: now 0.5/100 and 99.5/100, then 50.5/101 and 50.5/101 each a half
        assertThat(judge(now, 100).psi()).isCloseTo((0.005 - 0.5) * Math.log(0.01) + (0.995 - 0.5) * Math.log(1.99), within(1e-12));
    }

    @Test
    void countsWhatIsMissingAsABinOfItsOwn() {
        List<Bin> fifth = List.of(new Bin(null, null, null, 0.8), missing(0.2));
        BinCounts now = counted(fifth, 400_000, 1.0, 600_000, null);

        // (0.4 − 0.8) · ln(0.4/0.8) + (0.6 − 0.2) · ln(0.6/0.2)
        assertThat(judge(now, 1_000_000).psi()).isCloseTo(0.277259 + 0.439445, within(1e-4));
    }

    @Test
    void findsMissingValuesWhereTrainingSawNone() {
        BinCounts now = counted(DECILES, 800, 5.0, 200, null);

        assertThat(judge(now, 10_000).bins()).last().satisfies(bin -> {
            assertThat(bin.category()).isEqualTo(Bin.MISSING);
            assertThat(bin.now()).isEqualTo(0.2);
        });
    }

    @Test
    void ignoresBinsThatAreEmptyThenAndNow() {
        BinCounts now = counted(HALVES, 500, 1.0, 500, 11.0);

        assertThat(judge(now, 1_000).expected()).isCloseTo(1 / 1_000.0 + 1 / 1_000.0, within(1e-12));
        assertThat(judge(now, 1_000).psi()).isZero();
    }

    @Test
    void takesAwayWhatChanceGives() {
        BinCounts now = counted(HALVES, 650, 1.0, 350, 11.0);
        PopulationStability stability = judge(now, 4_000);

        assertThat(stability.excess()).isCloseTo(stability.psi() - 1 / 1_000.0 - 1 / 4_000.0, within(1e-12));
        assertThat(stability.level()).isEqualTo(DriftLevel.STABLE);
    }

    @Test
    void watchesFromATenthAndAlarmsFromAQuarter() {
        assertThat(judge(counted(HALVES, 680_000, 1.0, 320_000, 11.0), 1e6).level()).isEqualTo(DriftLevel.WATCH);
        assertThat(judge(counted(HALVES, 640_000, 1.0, 360_000, 11.0), 1e6).level()).isEqualTo(DriftLevel.STABLE);
        assertThat(judge(counted(HALVES, 750_000, 1.0, 250_000, 11.0), 1e6).level()).isEqualTo(DriftLevel.ALARM);
    }

    @Test
    void saysNothingOfAFewRows() {
        assertThat(judge(new BinCounts(DECILES), 1e6).level()).isEqualTo(DriftLevel.UNKNOWN);
        BinCounts even = new BinCounts(DECILES);
        IntStream.range(0, 40).forEach(i -> even.add((double) (i % 10)));
        assertThat(judge(even, 1e6).level()).isEqualTo(DriftLevel.UNKNOWN);
    }

    @Test
    void alarmsAtAFewRowsThatAreAllSomewhereElse() {
        assertThat(judge(counted(DECILES, 40, 9.5, 0, 0.0), 1e6).level()).isEqualTo(DriftLevel.ALARM);
    }

    private static PopulationStability judge(BinCounts counts, double trainingRows) {
        return PopulationStability.of("arpu", counts, trainingRows, 1, DriftSettings.DEFAULTS);
    }

    private static BinCounts counted(List<Bin> bins, int first, Double value, int second, Double other) {
        BinCounts counts = new BinCounts(bins);
        IntStream.range(0, first).forEach(i -> counts.add(value));
        IntStream.range(0, second).forEach(i -> counts.add(other));
        return counts;
    }

    private static Bin missing(double share) {
        return new Bin(null, null, Bin.MISSING, share);
    }
}
