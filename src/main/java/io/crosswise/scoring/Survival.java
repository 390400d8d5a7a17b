package io.crosswise.scoring;

import java.util.function.IntToDoubleFunction;

/**
 * Discrete-time survival by quarters (Singer and Willett 1993, "It's About Time: Using Discrete-Time Survival Analysis to
 * Study Duration and the Timing of Events"): S(q) = Π (1 − h(i)), i = 1…q.
 */
final class Survival {
    /** Quarters the hazard models know; beyond them the hazard of the last one stays. */
    static final int QUARTERS = 4;

    private static final int MONTHS_PER_QUARTER = 3;
    private final double[] staysAMonth = new double[QUARTERS];

    /** @param hazard of a quarter, 1 to {@link #QUARTERS}: P(it happens in it | it had not before), [0,1] */
    Survival(IntToDoubleFunction hazard) {
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            staysAMonth[quarter - 1] = Math.cbrt(1 - hazard.applyAsDouble(quarter));
        }
    }

    /** P(it happens within the given quarters), [0,1]. */
    double within(int quarters) {
        return 1 - after(quarters * MONTHS_PER_QUARTER);
    }

    /** S(t): P(it has not happened after the given months); within a quarter the hazard is spread evenly. */
    double after(int months) {
        double survival = 1;
        for (int month = 0; month < months; month++) {
            survival *= staysAMonth[Math.min(month / MONTHS_PER_QUARTER, QUARTERS - 1)];
        }
        return survival;
    }
}
