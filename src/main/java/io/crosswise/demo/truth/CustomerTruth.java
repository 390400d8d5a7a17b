package io.crosswise.demo.truth;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.demo.truth.GroundTruth.Chances;
import io.crosswise.demo.truth.TruthParameters.Channel;
import io.crosswise.demo.truth.TruthParameters.Temper;
import io.crosswise.demo.truth.TruthParameters.Tendency;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** One customer's mind on one day; StrictMath, so that every machine computes the same. */
public class CustomerTruth {
    private static final double SMALLEST_BILL = 10;

    private final HiddenDraws draws;
    private final TruthParameters parameters;
    private final CustomerProfile profile;
    private final double bill;
    private final double[] strengths = new double[Driver.values().length];
    private final Map<ServiceCategory, Disposition> dispositions = new EnumMap<>(ServiceCategory.class);
    private final Map<ServiceCategory, Double> wishes = new EnumMap<>(ServiceCategory.class);

    CustomerTruth(HiddenDraws draws, TruthParameters parameters, CustomerProfile profile, LocalDate asOf) {
        this.draws = draws;
        this.parameters = parameters;
        this.profile = profile;
        Money arpu = profile.billing() == null ? null : profile.billing().arpu();
        this.bill = Math.max(SMALLEST_BILL, arpu == null ? 0 : arpu.doubleValue());
        for (Driver driver : Driver.values()) {
            strengths[driver.ordinal()] = driver.strength(profile, asOf);
        }
    }

    /** The same customer on another day; what is hidden stays with the customer. */
    public CustomerTruth on(CustomerProfile then, LocalDate asOf) {
        return new CustomerTruth(draws, parameters, then, asOf);
    }

    /** Spoken to at any time of the day. */
    public Chances chances(Offer offer, Money discount, ChannelCode channel) {
        return chances(offer, discount, channel, null);
    }

    /** @param discount euros per month off the offer's price @param hour null when it plays no part */
    public Chances chances(Offer offer, Money discount, ChannelCode channel, HourBand hour) {
        Disposition disposition = disposition(offer.category());
        Temper temper = parameters.dispositions().get(disposition);
        Channel through = parameters.channels().get(channel);
        double paid = paid(offer.category());
        double listPrice = price(offer.monthlyPrice(), paid);
        double natural = wish(offer.category()) + temper.natural() + (paid > 0 ? parameters.upgrade() : 0) + listPrice;
        double offered = natural + price(offer.monthlyPrice().minus(discount), paid) - listPrice + temper.lift();
        // A channel helps or spoils the offer; who buys in no case is not moved by it.
        double timing = hour == null ? 0 : through.hours().get(hour);
        double channelLift =
                disposition == Disposition.LOST_CAUSE ? 0 : through.lift() + timing + sum(through.drivers());
        return new Chances(probability(offered + channelLift), probability(natural));
    }

    /** P(leaves within 12 months) when free to go. */
    public Probability churn() {
        return probability(logOdds(parameters.churn().get(profile.market())));
    }

    /** P(gives up the services of the category within 12 months | stays) when free to do so. */
    public Probability drop(ServiceCategory category) {
        return probability(logOdds(parameters.drops().get(category)));
    }

    /** P(in arrears within the next quarter). */
    public Probability arrears() {
        return probability(
                logOdds(parameters.arrears().get(profile.market())) + parameters.paymentSpread() * draws.payment());
    }

    /** P(brings a new customer within 12 months). */
    public Probability referral() {
        return probability(logOdds(parameters.referrals().get(profile.market())));
    }

    /** Pace of leaving between two days: slower under a lock-in, faster when the last one or the promotion ends. */
    public double paceOfLeaving(LocalDate after, LocalDate until) {
        LocalDate free = free(null);
        LocalDate promotionEnd = profile.promotion() == null ? null : profile.promotion().end();
        boolean released = within(free, after, until) || within(promotionEnd, after, until);
        return pace(free, released, until);
    }

    /** The same for the services of a category, whose own lock-in counts. */
    public double paceOfDropping(ServiceCategory category, LocalDate after, LocalDate until) {
        LocalDate free = free(category);
        return pace(free, within(free, after, until), until);
    }

    /** End of the last lock-in, null without one. @param category null for all */
    private LocalDate free(ServiceCategory category) {
        LocalDate free = null;
        for (Holding held : profile.holdings()) {
            LocalDate end = category == null || held.category() == category ? held.commitmentEnd() : null;
            free = end != null && (free == null || end.isAfter(free)) ? end : free;
        }
        return free;
    }

    private double pace(LocalDate free, boolean released, LocalDate until) {
        boolean locked = free != null && free.isAfter(until);
        return locked ? parameters.commitment().locked() : released ? parameters.commitment().released() : 1;
    }

    private static boolean within(LocalDate day, LocalDate after, LocalDate until) {
        return day != null && day.isAfter(after) && !day.isAfter(until);
    }

    /** Hidden for good, but likelier for some profiles than for others. */
    public Disposition disposition(ServiceCategory category) {
        return dispositions.computeIfAbsent(category, this::drawDisposition);
    }

    private Disposition drawDisposition(ServiceCategory category) {
        Disposition[] all = Disposition.values();
        double[] weights = new double[all.length];
        double total = 0;
        for (Disposition disposition : all) {
            Temper temper = parameters.dispositions().get(disposition);
            weights[disposition.ordinal()] = temper.weight() * StrictMath.exp(sum(temper.drivers()));
            total += weights[disposition.ordinal()];
        }
        double draw = total * draws.disposition(category);
        for (Disposition disposition : all) {
            draw -= weights[disposition.ordinal()];
            if (draw < 0) {
                return disposition;
            }
        }
        return Disposition.LOST_CAUSE;
    }

    private double wish(ServiceCategory category) {
        return wishes.computeIfAbsent(
                category,
                it -> parameters.natural().get(profile.market()).get(it)
                        + sum(parameters.tastes().getOrDefault(it, Map.of()))
                        + parameters.tasteSpread() * draws.taste(it)
                        + parameters.groupSpread() * draws.groupTaste(it));
    }

    /** Euros per month for what is held of the category. */
    private double paid(ServiceCategory category) {
        double paid = 0;
        for (Holding held : profile.holdings()) {
            if (held.category() == category && held.monthlyPrice() != null) {
                paid += held.monthlyPrice().doubleValue();
            }
        }
        return paid;
    }

    /** An upgrade costs only the difference to what is paid for the category now. */
    private double price(Money price, double paid) {
        return parameters.price() * StrictMath.log1p(Math.max(0, price.doubleValue() - paid) / bill);
    }

    private double logOdds(Tendency tendency) {
        return tendency.base() + sum(tendency.drivers());
    }

    private double sum(Map<Driver, Double> weights) {
        double sum = 0;
        for (Map.Entry<Driver, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * strengths[weight.getKey().ordinal()];
        }
        return sum;
    }

    private static Probability probability(double logOdds) {
        return new Probability(1 / (1 + StrictMath.exp(-logOdds)));
    }
}
