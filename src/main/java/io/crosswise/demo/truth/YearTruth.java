package io.crosswise.demo.truth;

import io.crosswise.demo.truth.GroundTruth.Chances;
import io.crosswise.demo.truth.YearParameters.Substitution;
import io.crosswise.demo.truth.YearParameters.Variant;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.StableHash;
import java.util.List;

/**
 * What follows from a contact in the simulated year, and the draws by which it happens. A draw hangs on the seed, the customer and
 * the occasion only, so that two policies meet the same luck and differ by what they do.
 */
public class YearTruth {
    private static final double DAYS = 365.25;

    private final String salt;
    private final YearParameters parameters;
    private final Variant variant;

    /** @param seed of the year, not of the market: what is hidden in customers stays */
    public YearTruth(long seed, YearParameters parameters, Variant variant) {
        this.salt = "year-" + seed;
        this.parameters = parameters;
        this.variant = variant;
    }

    public YearParameters parameters() {
        return parameters;
    }

    /** Whether being asked changes what a customer does. */
    public boolean offersMatter() {
        return variant.hasEffect();
    }

    /** Uniform in [0,1). */
    public double draw(String what, String whose) {
        return StableHash.uniform(salt + "-" + what, whose);
    }

    public boolean happens(String what, String whose, double probability) {
        return draw(what, whose) < probability;
    }

    /** Chances of a customer who was contacted so often in the last 90 days: tired ones listen less. */
    public Chances tired(Chances fresh, int contacts) {
        double logOdds = logOdds(fresh.ifOffered()) - parameters.contacts().fatigue() * contacts;
        return new Chances(probability(logOdds), fresh.ifNotOffered());
    }

    /** Chances of a bundle from those of its new parts: log-odds are averaged. Unasked, a bundle is never bought as such. */
    public Probability bundle(List<Chances> parts) {
        double mean = parts.stream()
                .mapToDouble(part -> logOdds(part.ifOffered()))
                .average()
                .orElseThrow();
        return parts.size() == 1 ? parts.get(0).ifOffered() : probability(mean + parameters.bundle());
    }

    /** P(complains | contacted and did not buy). @param contacts others of the last 90 days */
    public double complains(ChannelCode channel, int contacts, Disposition disposition) {
        YearParameters.Contacts by = parameters.contacts();
        double dog = disposition == Disposition.SLEEPING_DOG ? by.sleepingDog() : 1;
        double base = by.complaints().get(channel) * StrictMath.pow(by.perContact(), contacts) * dog;
        return offersMatter() ? Math.min(1, base) : 0;
    }

    /**
     * P(leaves within 12 months) when free to go.
     *
     * @param now with the services held now
     * @param before with those held when the year began
     * @param scars complaints about contacts in the last 12 months
     */
    public Probability leaves(Probability now, Probability before, int scars) {
        double stickiness = parameters.leaving().stickiness();
        return probability(stickiness * logOdds(now)
                + (1 - stickiness) * logOdds(before)
                + parameters.leaving().scar() * scars);
    }

    /** P(a first service of the category takes something from one held), 0 where it takes nothing. */
    public double substitutes(Substitution pair) {
        return variant.substitution(pair.probability());
    }

    /** What a first service of the category may take from which services held. */
    public List<Substitution> substitutions(Market market, ServiceCategory bought) {
        return parameters.substitution().stream()
                .filter(pair -> pair.market() == market && pair.bought() == bought)
                .toList();
    }

    /** Whether this customer's service of a category gives way when another is bought; the same whenever it is. */
    public boolean givesWay(CustomerId customer, Substitution pair) {
        return happens("substitution", customer + "|" + pair.bought() + "|" + pair.held(), substitutes(pair));
    }

    /** P(something happens within some days) when it happens within 12 months with this probability at a pace of 1. */
    public static double within(double days, Probability yearly, double pace) {
        return 1 - StrictMath.pow(1 - yearly.value(), pace * days / DAYS);
    }

    private static double logOdds(Probability probability) {
        double bounded = Math.min(1 - 1e-12, Math.max(1e-12, probability.value()));
        return StrictMath.log(bounded / (1 - bounded));
    }

    private static Probability probability(double logOdds) {
        return new Probability(1 / (1 + StrictMath.exp(-logOdds)));
    }
}
