package io.crosswise.demo;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Contactability;
import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The profile an operator would have held of a simulated customer at the turn of a month. */
final class ProfileView {
    static final String SOURCE = "demo";

    private final LocalDate anchor;

    ProfileView(LocalDate anchor) {
        this.anchor = anchor;
    }

    /**
     * @param arpuPercentile null while the others' bills are not known yet
     * @param derived what a feature run would have kept in the profile
     */
    CustomerProfile of(SimulatedCustomer customer, int month, Double arpuPercentile, Map<String, Double> derived) {
        Traits traits = customer.traits();
        List<Spell> held = customer.heldAt(month);
        return new CustomerProfile(
                customer.id(),
                customer.market(),
                CustomerStatus.ACTIVE,
                SOURCE,
                traits.since().on(anchor),
                traits.person(),
                traits.company() == null ? null : traits.company().at(month, anchor),
                held.stream().map(spell -> spell.at(month, anchor)).toList(),
                customer.promotions().at(month, held, anchor),
                customer.use().summaryAt(month, anchor),
                billing(customer, month, arpuPercentile),
                traits.network(),
                engagement(customer, month),
                traits.consents(),
                new Contactability(traits.hasEmail(), traits.hasPhone()),
                null,
                null,
                derived);
    }

    /** Arrears come and go by the quarter. */
    private static Billing billing(SimulatedCustomer customer, int month, Double arpuPercentile) {
        Dice dice = customer.dice();
        int quarter = SimulatedCustomer.quarter(month);
        Money arpu = customer.use().arpuAt(month);
        boolean late = customer.lateAt(month);
        int days = late ? 5 + (int) (85 * dice.uniform("late-days", quarter)) : 0;
        Money arrears = late ? arpu.times(1 + Math.floorDiv(days, 30)) : Money.ZERO;
        return new Billing(arpu, arpuPercentile, arrears, days);
    }

    private Engagement engagement(SimulatedCustomer customer, int month) {
        Dice dice = customer.dice();
        Traits traits = customer.traits();
        int quarter = SimulatedCustomer.quarter(month);
        int interactions = (int) -StrictMath.log(1 - dice.uniform("interactions", quarter))
                + (dice.uniform("call", quarter) < 0.5 ? 1 : 0);
        boolean complains =
                dice.uniform("complaint", quarter) < Math.min(0.6, 0.05 * StrictMath.exp(-0.9 * traits.happiness()));
        LocalDate lastOrder = customer.spells().stream()
                .filter(spell -> spell.since().before(month))
                .map(spell -> spell.since().on(anchor))
                .max(LocalDate::compareTo)
                .orElse(null);
        return new Engagement(
                traits.nps(),
                interactions + (complains ? 1 : 0),
                complains ? 1 : 0,
                rewardTier(customer, month),
                lastOrder);
    }

    private static String rewardTier(SimulatedCustomer customer, int month) {
        if (!customer.dice().chance("reward", 0.55)) {
            return "NONE";
        }
        int years = (customer.traits().since().month() - month) / 12;
        return years >= 6 ? "GOLD" : years >= 3 ? "SILVER" : "BRONZE";
    }
}
