package io.crosswise.demo;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** One customer's life up to the anchor: services, use, bills and what campaigns asked; months count back from the anchor. */
final class SimulatedCustomer {
    private static final int STAYS = Integer.MIN_VALUE;
    private static final int QUARTER = 3;

    private final Traits traits;
    private final Dice dice;
    private final PromotionCycle promotions;
    private final List<Spell> spells;
    private final UseHistory use;
    private final Map<Integer, List<Contact>> contacts = new LinkedHashMap<>();
    private final BitSet lateQuarters = new BitSet();
    private final BitSet referrals = new BitSet();
    private CustomerId id;
    private int left = STAYS;

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

    /** Whether the customer was there for at least a month at the turn, and has not left. */
    boolean presentAt(int month) {
        return traits.since().before(month + 1) && month > left;
    }

    /** Turn of the month from which the customer is gone; empty for who stays. */
    OptionalInt left() {
        return left == STAYS ? OptionalInt.empty() : OptionalInt.of(left);
    }

    boolean goneAt(int month) {
        return month <= left;
    }

    /** Is gone from the turn on. */
    void leave(int month) {
        left = month;
    }

    /** Makes room for the next customer under the same id. */
    void remain(CustomerId formerId) {
        id = formerId;
    }

    /** Pays late in the quarter up to the turn before the quarter given. @param turn at which the quarter begins */
    void payLate(int turn) {
        lateQuarters.set(turn / QUARTER - 1);
    }

    /** Number of the quarter the turn lies in, for draws by the quarter. */
    static int quarter(int month) {
        return Math.floorDiv(month, QUARTER);
    }

    boolean lateAt(int month) {
        return lateQuarters.get(quarter(month));
    }

    /** Brings a new customer in the month that ends at the turn. */
    void refer(int month) {
        referrals.set(month);
    }

    boolean refersAt(int month) {
        return referrals.get(month);
    }

    /** Leaving, paying late and bringing customers in one line. */
    String life() {
        return left + "|" + lateQuarters + "|" + referrals;
    }

    /** Gives the services of a category up, gone from the turn on, unless a purchase comes first. */
    void drop(ServiceCategory category, int month, int gone) {
        spells.replaceAll(spell -> spell.heldAt(month) && spell.offer().category() == category
                ? spell.endingAt(gone)
                : spell);
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
        spells.add(FirstServices.spell(dice, offer, boughtOn(offer, month)));
    }

    /** The day on which an offer made at a turn is taken up. */
    Moment boughtOn(Offer offer, int month) {
        return Moment.drawn(dice, "bought-" + offer.code() + month, month);
    }

    /** Lives the month that ends at the turn. */
    void live(int month) {
        if (month <= UseHistory.OLDEST && presentAt(month)) {
            use.live(month, heldAt(month));
        }
    }
}
