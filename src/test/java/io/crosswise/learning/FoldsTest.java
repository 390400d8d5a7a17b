package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void everyFoldHoldsTheSameShareOfEachLabel() {
        boolean[] labels = new boolean[1_000];
        for (int i = 0; i < 50; i++) {
            labels[i * 7] = true;
        }
        int[] rows = new int[5];
        int[] positives = new int[5];
        int[] folds = Folds.stratified(labels, 5, 42);
        for (int i = 0; i < labels.length; i++) {
            rows[folds[i]]++;
            positives[folds[i]] += labels[i] ? 1 : 0;
        }
        assertThat(rows).containsOnly(200);
        assertThat(positives).containsOnly(10);
    }

    @Test
    void theSeedDecidesTheFolds() {
        boolean[] labels = new boolean[100];
        assertThat(Folds.stratified(labels, 5, 1)).isEqualTo(Folds.stratified(labels, 5, 1));
        assertThat(Folds.stratified(labels, 5, 1)).isNotEqualTo(Folds.stratified(labels, 5, 2));
    }
}
