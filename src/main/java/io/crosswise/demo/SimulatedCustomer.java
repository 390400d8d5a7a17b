package io.crosswise.demo;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.customer.CustomerRecord.MonthlyUsage;
import io.crosswise.customer.UsageSummary;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One customer's life up to the anchor: services, use, bills and what campaigns asked; months count back from the anchor. */
final class SimulatedCustomer {
    private static final int WINDOW_MONTHS = 12;
    /** Months of use a profile of the oldest campaign looks back on. */
    static final int OLDEST_USE = Campaign.HISTORY_MONTHS + WINDOW_MONTHS - 1;
    private static final Map<String, Double> ALLOWANCE_GB = Map.of(
            "MOBILE_20", 20.0, "MOBILE_100", 100.0, "PRO_FLEET_10", 500.0, "PRO_FLEET_50", 3000.0);

    private final CustomerId id;
    private final Traits traits;
    private final Dice dice;
    private final PromotionCycle promotions;
    private final List<Spell> spells;
    private final MonthOfUse[] use = new MonthOfUse[OLDEST_USE + 1];
    private final Map<Integer, List<Contact>> contacts = new LinkedHashMap<>();
    private final Map<Integer, Usage> summaries = new HashMap<>();

    /** @param allowanceGb null without limit @param tvHours null without television */
    record MonthOfUse(Double dataGb, Double allowanceGb, Double voiceMinutes, Double tvHours, Money billed) {}

    SimulatedCustomer(CustomerId id, Traits traits, Dice dice, List<Spell> spells) {
        this.id = id;
        this.traits = traits;
        this.dice = dice;
        this.spells = new ArrayList<>(spells);
        this.promotions = PromotionCycle.drawn(dice, traits);
    }

    CustomerId id() {
        return id;
    }

    Market market() {
        return traits.company() == null ? Market.B2C : Market.EBU;
    }

    Traits traits() {
        return traits;
    }

    Dice dice() {
        return dice;
    }

    PromotionCycle promotions() {
        return promotions;
    }

    List<Spell> spells() {
        return spells;
    }

    List<MonthOfUse> use() {
        return Stream.of(use).filter(java.util.Objects::nonNull).toList();
    }

    Map<Integer, List<Contact>> contacts() {
        return contacts;
    }

    /** Whether the customer was there for at least a month at the turn. */
    boolean presentAt(int month) {
        return traits.since().before(month + 1);
    }

    List<Spell> heldAt(int month) {
        List<Spell> held = new ArrayList<>(spells.size());
        for (Spell spell : spells) {
            if (spell.heldAt(month)) {
                held.add(spell);
            }
        }
        return held;
    }

    /** The largest service of the category held, 0 for none. */
    int tierAt(int month, ServiceCategory category) {
        int tier = 0;
        for (Spell spell : spells) {
            if (spell.heldAt(month) && spell.offer().category() == category) {
                tier = Math.max(tier, spell.offer().tier());
            }
        }
        return tier;
    }

    /** Adds what a campaign brought; a larger service of a category replaces the smaller one. */
    void remember(int month, Contact contact) {
        contacts.computeIfAbsent(month, turn -> new ArrayList<>()).add(contact);
        if (contact.bought()) {
            buy(contact.offer(), month);
        }
    }

    private void buy(Offer offer, int month) {
        spells.replaceAll(spell ->
                spell.heldAt(month) && spell.offer().category() == offer.category() ? spell.endingAt(month - 1) : spell);
        spells.add(FirstServices.spell(dice, offer, new Moment(month, dice.between("bought-" + offer.code() + month, 3, 24))));
    }

    /** Lives the month that ends at the turn. */
    void live(int month) {
        if (month > OLDEST_USE || !presentAt(month)) {
            return;
        }
        List<Spell> held = heldAt(month);
        Spell mobile = held.stream().filter(spell -> spell.offer().category() == ServiceCategory.MOBILE).findFirst().orElse(null);
        boolean television = held.stream().anyMatch(spell -> spell.offer().category() == ServiceCategory.TV);
        Double allowance = mobile == null ? null : ALLOWANCE_GB.get(mobile.offer().service());
        double wanted = traits.dataGb() * StrictMath.pow(1 + traits.dataGrowth(), -month) * (1 + 0.12 * dice.normal("data-month", month));
        double data = Math.max(0.1, allowance == null ? wanted : Math.min(allowance, wanted));
        double voice = Math.max(0, traits.voiceMinutes() * (1 + 0.2 * dice.normal("voice-month", month)));
        double hours = Math.max(0, traits.tvHours() * (1 + 0.15 * dice.normal("tv-month", month)));
        use[month] = new MonthOfUse(
                mobile == null ? null : cents(data), allowance, mobile == null ? null : cents(voice), television ? cents(hours) : null, bill(held, month));
    }

    private Money bill(List<Spell> held, int month) {
        double prices = held.stream().mapToDouble(spell -> spell.price().doubleValue()).sum();
        double discount = promotions.discountAt(month, held);
        double swing = 1 + traits.volatility() * Math.abs(dice.normal("bill-month", month));
        return Money.euros(cents((prices - discount) * swing));
    }

    /** The twelve months before the turn, oldest first; fewer when the customer came later. */
    List<MonthlyUsage> usageAt(int month, LocalDate anchor) {
        List<MonthlyUsage> months = new ArrayList<>();
        for (int i = Math.min(OLDEST_USE, month + WINDOW_MONTHS - 1); i >= month; i--) {
            if (use[i] != null) {
                YearMonth calendarMonth = YearMonth.from(anchor).minusMonths(i + 1);
                months.add(new MonthlyUsage(
                        calendarMonth, use[i].dataGb(), use[i].allowanceGb(), use[i].voiceMinutes(), use[i].tvHours(), use[i].billed()));
            }
        }
        return months;
    }

    /** What {@link #usageAt} comes to. */
    Usage summaryAt(int month, LocalDate anchor) {
        return summaries.computeIfAbsent(month, turn -> UsageSummary.of(usageAt(turn, anchor)));
    }

    /** Mean bill of the twelve months before the turn, euros. */
    Money arpuAt(int month) {
        double sum = 0;
        int count = 0;
        for (int i = month; i < Math.min(use.length, month + WINDOW_MONTHS); i++) {
            if (use[i] != null) {
                sum += use[i].billed().doubleValue();
                count++;
            }
        }
        return Money.euros(count == 0 ? 0 : cents(sum / count));
    }

    private static double cents(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
