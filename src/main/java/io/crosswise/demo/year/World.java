package io.crosswise.demo.year;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.demo.truth.CustomerTruth;
import io.crosswise.demo.truth.GroundTruth;
import io.crosswise.demo.truth.YearParameters.Substitution;
import io.crosswise.demo.truth.YearTruth;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Customers living through the days: what happens to them, what they buy unasked, what a purchase takes from what they hold, and
 * when they leave. Without anybody who contacts them it is the twin every policy is measured against.
 */
final class World {
    /** The 30 days after an occasion, of which the first day is its own. */
    private static final int WINDOW = 29;

    private static final int QUARTER = 90;

    final Shelf shelf;
    final YearTruth truth;
    final LocalDate anchor;
    private final GroundTruth minds;
    private final Map<CustomerId, Life> lives = new LinkedHashMap<>();
    private final Map<Integer, List<Occasion>> occasions;
    private final TreeMap<Integer, List<Runnable>> agenda = new TreeMap<>();
    private final Set<Life> changed = new LinkedHashSet<>();
    private final Fate fate;
    private int today;

    /** @param anchor day 0 @param days until the end of what is looked at, the months after the year included */
    World(
            List<CustomerProfile> customers,
            Catalogue catalogue,
            GroundTruth minds,
            YearTruth truth,
            LocalDate anchor,
            int days) {
        this.shelf = new Shelf(catalogue);
        this.minds = minds;
        this.truth = truth;
        this.anchor = anchor;
        this.fate = new Fate(this);
        customers.forEach(customer -> lives.put(customer.id(), new Life(customer)));
        this.occasions = DrawOccasions.of(customers, truth, days);
    }

    /** Everything of a day that nobody does: call it once for each day, in order. */
    void begin(int day) {
        today = day;
        List<Runnable> due = agenda.remove(day);
        if (due != null) {
            due.forEach(Runnable::run);
        }
        if (day > 0 && turnsMonth(day)) {
            lives.values().stream().filter(life -> !life.isGone()).forEach(fate::endMonth);
        }
        occasionsOf(day).forEach(this::happen);
        lives.values().forEach(Life::earn);
    }

    int today() {
        return today;
    }

    LocalDate date() {
        return anchor.plusDays(today);
    }

    Collection<Life> lives() {
        return lives.values();
    }

    Life life(CustomerId customer) {
        return lives.get(customer);
    }

    /** Of customers who are still there. */
    List<Occasion> occasionsOf(int day) {
        return occasions.getOrDefault(day, List.of()).stream()
                .filter(occasion -> !lives.get(occasion.customer()).isGone())
                .toList();
    }

    CustomerTruth mind(CustomerProfile profile) {
        return minds.of(profile, date());
    }

    /** Something to be done at the beginning of a later day. */
    void later(int days, Runnable what) {
        agenda.computeIfAbsent(today + Math.max(1, days), day -> new ArrayList<>()).add(what);
    }

    void change(Life life, CustomerProfile profile) {
        life.become(profile);
        changed.add(life);
    }

    void leave(Life life) {
        life.leave();
        changed.add(life);
    }

    /** Whose profile differs from what was taken last. */
    List<Life> takeChanged() {
        List<Life> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** The customer has it from today; a service of the same or a higher level is kept. */
    void buy(Life life, Offer offer, Money discount) {
        ServiceCategory category = offer.category();
        int tier = Shelf.tier(life.profile(), category);
        if (life.isGone() || tier >= offer.tier()) {
            return;
        }
        change(life, life.profile().withHolding(Shelf.sold(offer, discount, date()), date()));
        if (tier == 0) {
            truth.substitutions(life.first.market(), category).stream()
                    .filter(pair -> truth.givesWay(life.id(), pair))
                    .forEach(pair -> later(truth.parameters().substitutionDelayDays(), () -> giveWay(life, pair)));
        }
    }

    /** An unwanted contact made the customer complain. */
    void complain(Life life) {
        life.ledger.complaints++;
        life.ledger.complaintCost += truth.parameters().contacts().cost();
        life.complaintDays.add(today);
        change(life, Profiles.complaining(life.profile(), 1));
        later(QUARTER, () -> change(life, Profiles.complaining(life.profile(), -1)));
    }

    private boolean turnsMonth(int day) {
        LocalDate date = anchor.plusDays(day);
        return date.getDayOfMonth() == Math.min(anchor.getDayOfMonth(), date.lengthOfMonth());
    }

    private void happen(Occasion occasion) {
        Life life = lives.get(occasion.customer());
        switch (occasion.type()) {
            case "promotion-end" -> change(life, Profiles.promotionEnding(life.profile(), date()));
            case "new-site" -> change(
                    life, Profiles.openingSite(life.profile(), date(), truth.happens("site-fibre", occasion.id(), 0.84)));
            default -> {
                // the profile does not tell of it
            }
        }
        for (ServiceCategory category : ServiceCategory.values()) {
            later(delay(occasion.id() + "|" + category), () -> buyUnasked(life, occasion, category));
        }
    }

    /** Days from an occasion to a purchase nobody asked for. @param asked occasion and category */
    int delay(String asked) {
        return 1 + (int) (WINDOW * truth.draw("delay", asked));
    }

    private void buyUnasked(Life life, Occasion occasion, ServiceCategory category) {
        String asked = occasion.id() + "|" + category;
        if (life.isGone() || life.answered.contains(asked) || life.ordered.contains(category)) {
            return;
        }
        shelf.unasked(life.profile(), category, truth)
                .filter(offer -> truth.happens("answer", asked, unasked(life, offer)))
                .ifPresent(offer -> buy(life, offer, Money.ZERO));
    }

    /** P(buys within 30 days of an occasion without being asked). */
    double unasked(Life life, Offer offer) {
        return mind(life.profile()).chances(offer, Money.ZERO, ChannelCode.EMAIL).ifNotOffered().value();
    }

    private void giveWay(Life life, Substitution pair) {
        if (life.isGone() || !life.givenWay.add(pair.held())) {
            return;
        }
        life.profile().holdings().stream()
                .filter(held -> held.category() == pair.held() && held.monthlyMargin() != null)
                .max(Comparator.comparing(Holding::monthlyMargin).thenComparing(Holding::service))
                .ifPresent(held -> {
                    List<Holding> left = new ArrayList<>(life.profile().holdings());
                    left.remove(held);
                    if (pair.share() < 1) {
                        left.add(smaller(held, 1 - pair.share()));
                    }
                    life.lose(held.monthlyMargin().doubleValue() * pair.share());
                    change(life, Profiles.holding(life.profile(), left));
                });
    }

    private static Holding smaller(Holding held, double left) {
        return new Holding(
                held.service(),
                held.category(),
                held.tier(),
                held.monthlyPrice() == null ? null : held.monthlyPrice().times(left),
                held.monthlyMargin().times(left),
                held.since(),
                held.commitmentEnd());
    }
}
