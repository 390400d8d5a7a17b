package io.crosswise.demo;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the services a customer came with; shares are assumptions. */
final class FirstServices {
    private final Catalogue catalogue;

    FirstServices(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Spell> draw(Dice dice, Traits traits) {
        List<Spell> spells = new ArrayList<>();
        for (ServiceCategory category :
                traits.company() == null ? consumer(dice, traits) : company(dice, traits.company())) {
            Offer offer = fitting(dice, traits, category);
            spells.add(spell(dice, offer, traits.since()));
        }
        return spells;
    }

    /** A spell of an offer bought at a moment, with a price of that time. */
    static Spell spell(Dice dice, Offer offer, Moment since) {
        String name = "spell-" + offer.code();
        // Older contracts were signed at other list prices.
        double drift = since.month() <= Campaign.HISTORY_MONTHS
                ? 1
                : 0.94 + 0.14 * dice.uniform(name + "-price", since.month());
        Money price = Money.euros(Math.round(100 * offer.monthlyPrice().doubleValue() * drift) / 100.0);
        return new Spell(offer, price, since, Spell.STAYS, dice.chance(name + "-renews", 0.25));
    }

    private static List<ServiceCategory> consumer(Dice dice, Traits traits) {
        Person person = traits.person();
        List<ServiceCategory> held = new ArrayList<>();
        int kind = dice.weighted("portfolio", 40, person.age() > 55 ? 28 : 16, 32 + 6 * (person.householdSize() - 1));
        boolean mobile = kind != 1;
        boolean home = kind != 0;
        add(held, ServiceCategory.MOBILE, mobile);
        add(held, ServiceCategory.HBB, home);
        add(held, ServiceCategory.TV, home && dice.chance("first-tv", 0.24));
        add(held, ServiceCategory.ADDITIONAL_LINE, mobile && dice.chance("first-line", 0.05 * person.householdSize()));
        add(held, ServiceCategory.SECURITY, dice.chance("first-security", 0.06));
        add(held, ServiceCategory.CLOUD, dice.chance("first-cloud", 0.08));
        return held;
    }

    private static List<ServiceCategory> company(Dice dice, CompanyTraits company) {
        boolean machines = List.of("agriculture", "construction", "energy", "logistics", "manufacturing")
                .contains(company.sector());
        List<ServiceCategory> held = new ArrayList<>();
        boolean mobile = dice.chance("first-mobile", 0.66);
        add(held, ServiceCategory.MOBILE, mobile);
        add(held, ServiceCategory.HBB, !mobile || dice.chance("first-hbb", 0.55));
        add(held, ServiceCategory.ADDITIONAL_LINE, dice.chance("first-line", 0.10));
        add(held, ServiceCategory.IOT_M2M, dice.chance("first-iot", machines ? 0.10 : 0.02));
        add(held, ServiceCategory.CLOUD, dice.chance("first-cloud", 0.10));
        add(held, ServiceCategory.SECURITY, dice.chance("first-security", 0.09));
        return held;
    }

    private static void add(List<ServiceCategory> held, ServiceCategory category, boolean holds) {
        if (holds) {
            held.add(category);
        }
    }

    /** The wealthier the larger, within what fits. */
    private Offer fitting(Dice dice, Traits traits, ServiceCategory category) {
        List<Offer> offers = catalogue.offers().stream()
                .filter(offer -> offer.category() == category && fits(offer, traits, Campaign.HISTORY_MONTHS))
                .sorted(Comparator.comparingInt(Offer::tier))
                .toList();
        double lean = 0.36 + 0.20 * traits.wealth() + 0.24 * dice.normal("first-tier", category.ordinal());
        return offers.get((int) Math.max(0, Math.min(offers.size() - 1, lean * offers.size())));
    }

    static boolean fits(Offer offer, Traits traits, int month) {
        CompanyTraits company = traits.company();
        if (offer.market() != (company == null ? Market.B2C : Market.EBU)) {
            return false;
        }
        boolean covered =
                !offer.needsFibre() || Boolean.TRUE.equals(traits.network().fibreCoverage());
        int employees = company == null ? 0 : company.employeesAt(month);
        return covered
                && (offer.minEmployees() == null || employees >= offer.minEmployees())
                && (offer.maxEmployees() == null || employees <= offer.maxEmployees());
    }
}
