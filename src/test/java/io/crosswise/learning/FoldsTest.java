package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void everyFoldHoldsTheSameShareOfEachLabel() {
        double[] labels = new double[1_000];
        for (int i = 0; i < 50; i++) {
            labels[i * 7] = 1;
        }
        int[] rows = new int[5];
        int[] positives = new int[5];
        int[] folds = Folds.stratified(labels, IntStream.range(0, 1_000).toArray(), 5, 42);
        for (int i = 0; i < labels.length; i++) {
            rows[folds[i]]++;
            positives[folds[i]] += (int) labels[i];
        }
        assertThat(rows).containsOnly(200);
        assertThat(positives).containsOnly(10);
    }

    @Test
    void allRowsOfACustomerAreInOneFold() {
        int[] customers = IntStream.range(0, 1_000).map(row -> row % 90).toArray();
        double[] labels = new double[1_000];
        for (int i = 0; i < 1_000; i += 3) {
            labels[i] = 1;
        }
        int[] folds = Folds.stratified(labels, customers, 5, 42);
        for (int row = 90; row < 1_000; row++) {
            assertThat(folds[row]).isEqualTo(folds[row - 90]);
        }
        assertThat(folds).contains(0, 1, 2, 3, 4);
    }

    @Test
    void theSeedDecidesTheFolds() {
        double[] labels = new double[100];
        int[] customers = IntStream.range(0, 100).toArray();
        assertThat(Folds.stratified(labels, customers, 5, 1)).isEqualTo(Folds.stratified(labels, customers, 5, 1));
        assertThat(Folds.stratified(labels, customers, 5, 1)).isNotEqualTo(Folds.stratified(labels, customers, 5, 2));
    }
}
