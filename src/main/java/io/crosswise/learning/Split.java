package io.crosswise.learning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How rows are set apart so that every row is judged by a model that has met neither its customer nor, where there is a time
 * column, its time: the folds divide the customers, and of the others only the early rows are learned from.
 *
 * @param words for the report
 * @param folds of each row, 0 to {@link #FOLDS}−1
 * @param early whether a row is before the cut; null when there is no time column
 */
record Split(String words, int[] folds, boolean[] early) {
    static final int FOLDS = 5;
    private static final double EARLY_SHARE = 0.75;
    private static final int FEWEST = 20;

    /** Out of time when the set has days and both sides of the cut hold enough rows of each answer, else cross-validation. */
    static Split of(TrainingSet set, int seed) {
        int[] folds = Folds.stratified(set.target(), set.groups(), FOLDS, seed);
        boolean[] early = set.days() == null ? null : early(set.days());
        if (early == null || !enough(set, early, true) || !enough(set, early, false)) {
            return new Split("stratified %d-fold cross-validation, customers never divided".formatted(FOLDS), folds, null);
        }
        long late = IntStream.range(0, early.length).filter(row -> !early[row]).count();
        return new Split(
                "out of time: trained on the rows before %s, judged on the %d rows from then on of customers it had not met"
                        .formatted(cut(set.days(), early), late),
                folds,
                early);
    }

    boolean isOutOfTime() {
        return early != null;
    }

    /** Rows the model that judges this fold learns from. */
    int[] seen(int fold) {
        return IntStream.range(0, folds.length)
                .filter(row -> folds[row] != fold && (early == null || early[row]))
                .toArray();
    }

    /** Rows this fold's model is asked about, early ones too: they are what calibration is fitted on. */
    int[] unseen(int fold) {
        return IntStream.range(0, folds.length).filter(row -> folds[row] == fold).toArray();
    }

    /** Rows that count in the report. */
    int[] judged() {
        return IntStream.range(0, folds.length).filter(row -> early == null || !early[row]).toArray();
    }

    private static boolean[] early(int[] days) {
        int[] sorted = days.clone();
        Arrays.sort(sorted);
        int cut = sorted[(int) (EARLY_SHARE * (sorted.length - 1))];
        boolean anyBefore = sorted[0] < cut;
        boolean[] early = new boolean[days.length];
        for (int row = 0; row < days.length; row++) {
            early[row] = anyBefore ? days[row] < cut : days[row] <= cut;
        }
        return early;
    }

    private static LocalDate cut(int[] days, boolean[] early) {
        return LocalDate.ofEpochDay(IntStream.range(0, days.length)
                .filter(row -> !early[row])
                .map(row -> days[row])
                .min()
                .orElseThrow());
    }

    private static boolean enough(TrainingSet set, boolean[] early, boolean side) {
        int rows = 0;
        int positives = 0;
        int treated = 0;
        for (int row = 0; row < early.length; row++) {
            if (early[row] == side) {
                rows++;
                positives += set.target()[row] == 1 ? 1 : 0;
                treated += set.treated() != null && set.treated()[row] ? 1 : 0;
            }
        }
        boolean answers = !set.isYesOrNo() || positives >= FEWEST && rows - positives >= FEWEST;
        boolean controls = set.treated() == null || treated >= FEWEST && rows - treated >= FEWEST;
        return rows >= FEWEST && answers && controls;
    }
}
