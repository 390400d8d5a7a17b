package io.crosswise.demo;

import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.UsageSummary;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What one customer used and paid, month by month; months count back from the anchor. */
final class UseHistory {
    private static final int WINDOW_MONTHS = 12;
    /** Months a profile of the oldest campaign looks back on. */
    static final int OLDEST = Campaign.HISTORY_MONTHS + WINDOW_MONTHS - 1;

    private static final Map<String, Double> ALLOWANCE_GB =
            Map.of("MOBILE_20", 20.0, "MOBILE_100", 100.0, "PRO_FLEET_10", 500.0, "PRO_FLEET_50", 3000.0);

    private final Traits traits;
    private final Dice dice;
    private final PromotionCycle promotions;
    private final MonthOfUse[] months = new MonthOfUse[OLDEST + 1];
    /** By turn; two threads that miss one at once compute the same. */
    private final Usage[] summaries = new Usage[OLDEST + 1];
    private final List<Map<String, Double>> trends = new ArrayList<>(Collections.nCopies(OLDEST + 1, null));

    /** @param allowanceGb null without limit @param tvHours null without television */
    record MonthOfUse(Double dataGb, Double allowanceGb, Double voiceMinutes, Double tvHours, Money billed) {}

    UseHistory(Traits traits, Dice dice, PromotionCycle promotions) {
        this.traits = traits;
        this.dice = dice;
        this.promotions = promotions;
    }

    /** Newest first. */
    List<MonthOfUse> months() {
        return Stream.of(months).filter(Objects::nonNull).toList();
    }

    /** Lives the month that ends at the turn. */
    void live(int month, List<Spell> held) {
        Spell mobile = held.stream()
                .filter(spell -> spell.offer().category() == ServiceCategory.MOBILE)
                .findFirst()
                .orElse(null);
        boolean television = held.stream().anyMatch(spell -> spell.offer().category() == ServiceCategory.TV);
        Double allowance =
                mobile == null ? null : ALLOWANCE_GB.get(mobile.offer().service());
        double wanted = traits.dataGb()
                * StrictMath.pow(1 + traits.dataGrowth(), -month)
                * season(month)
                * (1 + 0.12 * dice.normal("data-month", month));
        double data = Math.max(0.1, allowance == null ? wanted : Math.min(allowance, wanted));
        double voice = Math.max(0, traits.voiceMinutes() * (1 + 0.2 * dice.normal("voice-month", month)));
        double hours = Math.max(0, traits.tvHours() * (1 + 0.15 * dice.normal("tv-month", month)));
        months[month] = new MonthOfUse(
                mobile == null ? null : cents(data),
                allowance,
                mobile == null ? null : cents(voice),
                television ? cents(hours) : null,
                bill(held, month));
    }

    /** Some use more in summer, some in winter, most hardly differ. */
    private double season(int month) {
        double swing = 0.4 * StrictMath.pow(dice.uniform("season"), 3);
        return 1 + swing * StrictMath.cos(2 * Math.PI * (month / 12.0 + dice.uniform("season-begins")));
    }

    private Money bill(List<Spell> held, int month) {
        double prices =
                held.stream().mapToDouble(spell -> spell.price().doubleValue()).sum();
        double discount = promotions.discountAt(month, held);
        double swing = 1 + traits.volatility() * Math.abs(dice.normal("bill-month", month));
        return Money.euros(cents((prices - discount) * swing));
    }

    /** The twelve months before the turn, oldest first; fewer when the customer came later. */
    List<MonthlyUsage> at(int month, LocalDate anchor) {
        List<MonthlyUsage> window = new ArrayList<>();
        for (int i = Math.min(OLDEST, month + WINDOW_MONTHS - 1); i >= month; i--) {
            if (months[i] != null) {
                YearMonth calendarMonth = YearMonth.from(anchor).minusMonths(i + 1);
                window.add(new MonthlyUsage(
                        calendarMonth,
                        months[i].dataGb(),
                        months[i].allowanceGb(),
                        months[i].voiceMinutes(),
                        months[i].tvHours(),
                        months[i].billed()));
            }
        }
        return window;
    }

    /** What {@link #at} comes to. */
    Usage summaryAt(int month, LocalDate anchor) {
        if (summaries[month] == null) {
            summaries[month] = UsageSummary.of(at(month, anchor));
        }
        return summaries[month];
    }

    /** Trend of the bill and seasonality of the data, as far as the months tell. */
    Map<String, Double> trendsAt(int month, LocalDate anchor) {
        if (trends.get(month) == null) {
            trends.set(month, Map.copyOf(UsageSummary.trends(at(month, anchor))));
        }
        return trends.get(month);
    }

    /** Mean bill of the twelve months before the turn, euros. */
    Money arpuAt(int month) {
        double sum = 0;
        int count = 0;
        for (int i = month; i < Math.min(months.length, month + WINDOW_MONTHS); i++) {
            if (months[i] != null) {
                sum += months[i].billed().doubleValue();
                count++;
            }
        }
        return Money.euros(count == 0 ? 0 : cents(sum / count));
    }

    private static double cents(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
