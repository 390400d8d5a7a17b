package io.crosswise.demo;

import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.shared.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A customer's promotions: twelve months each, again and again for those who get any; a newcomer's first begins at once.
 *
 * @param phase months before the anchor at which one of them ends
 * @param share of the service's price taken off
 */
record PromotionCycle(boolean any, int phase, int day, double share) {
    private static final int MONTHS = 12;
    private static final int PERIOD = 20;

    static PromotionCycle drawn(Dice dice, Traits traits) {
        return new PromotionCycle(
                dice.chance("promoted", traits.company() == null ? 0.58 : 0.25),
                traits.since().month() < PERIOD
                        ? traits.since().month() - 1 - MONTHS
                        : dice.between("promotion-phase", 0, PERIOD - 1),
                dice.between("promotion-day", Moment.FIRST_DAY, Moment.LAST_DAY),
                0.15 + 0.20 * dice.uniform("promotion-share"));
    }

    /** Euros off the bill of the month that ends at the turn. */
    double discountAt(int month, List<Spell> held) {
        boolean runs = any && endOfLatest(month) <= month;
        return runs
                ? promoted(month, held)
                        .map(spell -> share * spell.price().doubleValue())
                        .orElse(0.0)
                : 0;
    }

    /** The promotion running at the turn, or the last one; null when none is known or its service is gone. */
    Promotion at(int month, List<Spell> held, LocalDate anchor) {
        return any
                ? promoted(month, held)
                        .map(spell -> promotion(spell, endOfLatest(month), anchor))
                        .orElse(null)
                : null;
    }

    private Promotion promotion(Spell spell, int end, LocalDate anchor) {
        Money during = Money.euros(Math.round(100 * spell.price().doubleValue() * (1 - share)) / 100.0);
        String code = spell.since().before(end + MONTHS + 1) ? "LOYALTY-12" : "WELCOME-12";
        return new Promotion(code, spell.offer().service(), during, spell.price(), new Moment(end, day).on(anchor));
    }

    /** Broadband before mobile before the rest, as long as it was held when the promotion began. */
    private Optional<Spell> promoted(int month, List<Spell> held) {
        int start = endOfLatest(month) + MONTHS;
        return held.stream()
                .filter(spell -> spell.since().before(start))
                .min(Comparator.comparingInt(spell -> switch (spell.offer().category()) {
                    case HBB -> 0;
                    case MOBILE -> 1;
                    default -> 2 + spell.offer().category().ordinal();
                }));
    }

    /** Month of the end of the latest promotion that had begun before the turn. */
    private int endOfLatest(int month) {
        return phase + PERIOD * Math.floorDiv(month - MONTHS - phase, PERIOD) + PERIOD;
    }
}
