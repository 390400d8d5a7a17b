package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChampionGateTest {
    private static final int ROWS = 1_000;
    private static final double[] SHARP = IntStream.range(0, ROWS).mapToDouble(row -> label(row) + row % 7 * 0.2).toArray();
    private static final double[] BLUNT = IntStream.range(0, ROWS).mapToDouble(row -> label(row) * 0.1 + row % 7 * 0.2).toArray();

    @Test
    void aChampionThatKnowsTheRowsIsJudgedByItsReport() {
        assertThat(gate(SHARP, BLUNT, null, auc(0.69), auc(0.70)).passed()).as("within the noise of both").isTrue();

        Gate worse = gate(SHARP, BLUNT, null, auc(0.60), auc(0.70));

        assertThat(worse.passed()).isFalse();
        assertThat(worse.text()).contains("the champion's report states").contains("-0.1000");
    }

    @Test
    void onRowsNewToBothTheyAreJudgedSideBySide() {
        Gate worse = gate(BLUNT, SHARP, 499, auc(0.9), auc(0.5));

        assertThat(worse.passed()).as("whatever the reports say").isFalse();
        assertThat(worse.text()).contains("the same 500 rows new to both");
        assertThat(gate(SHARP, BLUNT, 499, auc(0.5), auc(0.9)).passed()).isTrue();
    }

    @Test
    void tooFewNewRowsTellNothing() {
        assertThat(gate(BLUNT, SHARP, ROWS - 100, auc(0.7), auc(0.7)).passed()).isTrue();
    }

    @Test
    void aChampionWithoutReportThatKnowsTheRowsIsNotCompared() {
        Gate unknown = gate(BLUNT, SHARP, null, auc(0.6), Map.of());

        assertThat(unknown.passed()).isTrue();
        assertThat(unknown.text()).contains("not compared");
    }

    @Test
    void aChampionThatCannotScoreTheNewRowsIsNotCompared() {
        assertThat(gate(BLUNT, null, 499, auc(0.6), auc(0.7)).text()).contains("cannot score");
    }

    private static Gate gate(
            double[] own, double[] champions, Integer knowsUntil, Map<String, Object> metrics, Map<String, Object> reported) {
        return ChampionGate.of(set(), own, 1, new Judging.Champion() {
            @Override
            public double[] scores(TrainingSet set) {
                return champions == null
                        ? null
                        : IntStream.of(set.days()).mapToDouble(day -> champions[day]).toArray();
            }

            @Override
            public Integer knowsUntil() {
                return knowsUntil;
            }

            @Override
            public Map<String, Object> metrics() {
                return reported;
            }
        }, metrics);
    }

    private static Map<String, Object> auc(double value) {
        return Map.of("auc", value, "aucLow", value - 0.03, "aucHigh", value + 0.03);
    }

    private static TrainingSet set() {
        return new TrainingSet(
                "m", Objective.PROBABILITY, List.of(Column.numeric("x")),
                IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new),
                IntStream.range(0, ROWS).mapToDouble(ChampionGateTest::label).toArray(),
                null, null, IntStream.range(0, ROWS).toArray(), IntStream.range(0, ROWS).toArray(), Map.of(), "ab");
    }

    private static int label(int row) {
        return row % 3 == 0 ? 1 : 0;
    }
}
