package io.crosswise.policy.drools;

import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A service held, as rules read it; null is unknown and matches no comparison.
 *
 * @param margin euros per month; a margin that is unknown or not positive cannot be lost and is zero
 * @param lockedIn whether the lock-in still runs
 * @param lockInDays days until it ends, null when none runs
 * @param lockInMonths full months until it ends, 0 when none runs
 * @param promoted whether a promotion on it runs for another 30 days at least
 * @param promotionDays days that promotion still runs, null when there is none
 */
public record HeldService(
        String service,
        ServiceCategory category,
        Integer tier,
        Money margin,
        boolean lockedIn,
        Integer lockInDays,
        int lockInMonths,
        boolean promoted,
        Integer promotionDays) {
    private static final int DAYS_A_PROMOTION_STILL_RUNS = 30;

    static List<HeldService> of(List<Holding> holdings, Promotion promotion, LocalDate asOf) {
        return holdings.stream().map(holding -> of(holding, promotion, asOf)).toList();
    }

    private static HeldService of(Holding holding, Promotion promotion, LocalDate asOf) {
        Money margin = holding.monthlyMargin();
        LocalDate end = holding.commitmentEnd();
        boolean lockedIn = end != null && end.isAfter(asOf);
        Integer promotionDays = promotion != null && holding.service().equals(promotion.service()) && promotion.end() != null
                ? Math.toIntExact(ChronoUnit.DAYS.between(asOf, promotion.end()))
                : null;
        return new HeldService(
                holding.service(),
                holding.category(),
                holding.tier(),
                margin == null || margin.isNegative() ? Money.ZERO : margin,
                lockedIn,
                lockedIn ? Math.toIntExact(ChronoUnit.DAYS.between(asOf, end)) : null,
                lockedIn ? Math.toIntExact(ChronoUnit.MONTHS.between(asOf, end)) : 0,
                promotionDays != null && promotionDays >= DAYS_A_PROMOTION_STILL_RUNS,
                promotionDays);
    }
}
