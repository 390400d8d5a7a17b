package io.crosswise.demo;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One customer's life up to the anchor: services, use, bills and what campaigns asked; months count back from the anchor. */
final class SimulatedCustomer {
    private final CustomerId id;
    private final Traits traits;
    private final Dice dice;
    private final PromotionCycle promotions;
    private final List<Spell> spells;
    private final UseHistory use;
    private final Map<Integer, List<Contact>> contacts = new LinkedHashMap<>();

    SimulatedCustomer(CustomerId id, Traits traits, Dice dice, List<Spell> spells) {
        this.id = id;
        this.traits = traits;
        this.dice = dice;
        this.spells = new ArrayList<>(spells);
        this.promotions = PromotionCycle.drawn(dice, traits);
        this.use = new UseHistory(traits, dice, promotions);
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

    UseHistory use() {
        return use;
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
        spells.replaceAll(spell -> spell.heldAt(month) && spell.offer().category() == offer.category()
                ? spell.endingAt(month - 1)
                : spell);
        spells.add(FirstServices.spell(
                dice, offer, new Moment(month, dice.between("bought-" + offer.code() + month, 3, 24))));
    }

    /** Lives the month that ends at the turn. */
    void live(int month) {
        if (month <= UseHistory.OLDEST && presentAt(month)) {
            use.live(month, heldAt(month));
        }
    }
}
