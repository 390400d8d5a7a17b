package io.crosswise.demo.year;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.demo.truth.CustomerTruth;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;

/**
 * What an oracle that knows the probabilities, not the draws, reckons an offer to bring: the expected margin until the end of what
 * is looked at, against not speaking to the customer on this occasion. It looks at one offer at a time.
 */
final class TrueValue {
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    private final World world;
    private final Fate fate;
    private final MeetCustomers meeting;
    private final int lastDay;

    TrueValue(World world, MeetCustomers meeting, int lastDay) {
        this.world = world;
        this.fate = new Fate(world);
        this.meeting = meeting;
        this.lastDay = lastDay;
    }

    /**
     * Expected euros.
     *
     * <p>With S(T, λ) = (1 − e^(−λT)) / λ months held within T at a monthly hazard λ of giving up, one who does not buy now and meets
     * ν occasions to buy unasked a month holds S(T, λ) − S(T, λ + ν): an offer is worth what it adds to that, not the whole margin.
     */
    double of(Presented offer) {
        if (!world.truth.offersMatter()) {
            return -offer.cost();
        }
        Life life = world.life(offer.occasion().customer());
        CustomerTruth mind = world.mind(life.profile());
        double ifOffered = meeting.ifOffered(life, offer, mind);
        double months = (lastDay - world.today()) / DAYS_OF_A_MONTH;
        double leaving = hazard(fate.leaves(life, mind));
        double value = -offer.cost();
        double discount = offer.discount().doubleValue() / offer.parts().size();
        for (Offer part : offer.parts()) {
            value += part(life, mind, part, discount, ifOffered, months, leaving);
        }
        double unwanted = (1 - ifOffered) * meeting.complains(life, offer, mind);
        return value - unwanted * (world.truth.parameters().contacts().cost() + scare(life, mind, months));
    }

    private double part(
            Life life, CustomerTruth mind, Offer part, double discount, double ifOffered, double months, double leaving) {
        ServiceCategory category = part.category();
        double held = Shelf.margin(life.profile(), category);
        double loss = meeting.expectedLoss(life, category);
        double hazard = leaving + hazard(mind.drop(category));
        double forever = held(months, hazard);
        Offer other = world.shelf.unasked(life.profile(), category, world.truth).orElse(null);
        double anyway = other == null ? 0 : world.unasked(life, other);
        double otherGain = other == null ? 0 : other.monthlyMargin().doubleValue() - held - loss;
        double occasions = world.truth.parameters().occasionsPerYear(life.first.market()) / 12;
        double later = otherGain * (forever - held(months, hazard + anyway * occasions));
        double gain = part.monthlyMargin().doubleValue() - discount - held - loss;
        double sticky = Shelf.tier(life.profile(), category) > 0 ? 0 : sticky(life, part, months, leaving);
        return ifOffered * (gain * forever + sticky)
                + (1 - ifOffered) * later
                - anyway * (otherGain * forever + sticky)
                - (1 - anyway) * later;
    }

    /** What staying longer is worth because one more service is held. */
    private double sticky(Life life, Offer part, double months, double leaving) {
        Life more = new Life(life.first);
        more.become(life.profile().withHolding(Shelf.sold(part, Money.ZERO, world.date()), world.date()));
        more.complaintDays.addAll(life.complaintDays);
        double after = hazard(fate.leaves(more, world.mind(more.profile())));
        return life.marginPerMonth() * (held(months, after) - held(months, leaving));
    }

    /** What a complaint costs in customers who leave: a quarter of anger and a year with a scar. */
    private double scare(Life life, CustomerTruth mind, double months) {
        Life angry = new Life(life.first);
        angry.become(Profiles.complaining(life.profile(), 1));
        angry.complaintDays.addAll(life.complaintDays);
        Probability calm = fate.leaves(life, mind);
        angry.complaintDays.add(world.today());
        Probability scarred = fate.leaves(angry, mind);
        Probability furious = fate.leaves(angry, world.mind(angry.profile()));
        double more = 3 * (hazard(furious) - hazard(calm)) + 9 * (hazard(scarred) - hazard(calm));
        return more * life.marginPerMonth() * held(months, hazard(calm));
    }

    private static double hazard(Probability yearly) {
        return -StrictMath.log(1 - Math.min(0.999, yearly.value())) / 12;
    }

    /** Months held of so many. */
    static double held(double months, double hazard) {
        return hazard < 1e-9 ? months : (1 - StrictMath.exp(-hazard * months)) / hazard;
    }
}
