package io.crosswise.demo.truth;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.demo.truth.GroundTruth.Chances;
import io.crosswise.demo.truth.TruthParameters.Channel;
import io.crosswise.demo.truth.TruthParameters.Churn;
import io.crosswise.demo.truth.TruthParameters.Temper;
import io.crosswise.shared.ChannelCode;
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

    /** @param discount euros per month off the offer's price */
    public Chances chances(Offer offer, Money discount, ChannelCode channel) {
        Disposition disposition = disposition(offer.category());
        Temper temper = parameters.dispositions().get(disposition);
        Channel through = parameters.channels().get(channel);
        double paid = paid(offer.category());
        double listPrice = price(offer.monthlyPrice(), paid);
        double natural = wish(offer.category()) + temper.natural() + (paid > 0 ? parameters.upgrade() : 0) + listPrice;
        double offered = natural + price(offer.monthlyPrice().minus(discount), paid) - listPrice + temper.lift();
        // A channel helps or spoils the offer; who buys in no case is not moved by it.
        double channelLift = disposition == Disposition.LOST_CAUSE ? 0 : through.lift() + sum(through.drivers());
        return new Chances(probability(offered + channelLift), probability(natural));
    }

    /** P(leaves within 12 months). */
    public Probability churn() {
        Churn churn = parameters.churn().get(profile.market());
        return probability(churn.base() + sum(churn.drivers()));
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
                        + parameters.tasteSpread() * draws.taste(it));
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
