package io.crosswise.demo;

import java.time.LocalDate;

/**
 * A day told from the anchor, so that the market is the same whenever it is started. Between the 3rd and the 24th day after a
 * month's turn, full months between a moment and any turn of the month do not depend on the length of calendar months.
 *
 * @param month turn of the month, months before the anchor; negative lies ahead
 * @param day days after the turn, 3 to 24
 */
record Moment(int month, int day) {
    static final int FIRST_DAY = 3;
    static final int LAST_DAY = 24;

    Moment {
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw new IllegalArgumentException("A moment lies 3 to 24 days after the turn of the month, not " + day);
        }
    }

    static Moment drawn(Dice dice, String name, int month) {
        return new Moment(month, dice.between(name + "-day", FIRST_DAY, LAST_DAY));
    }

    /** Whether it lies before the turn of a month. */
    boolean before(int turn) {
        return month > turn;
    }

    LocalDate on(LocalDate anchor) {
        return anchor.minusMonths(month).plusDays(day);
    }
}
