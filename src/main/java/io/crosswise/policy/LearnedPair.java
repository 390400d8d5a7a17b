package io.crosswise.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.candidate.Share;
import io.crosswise.policy.SubstitutionEvidence.Pair;
import io.crosswise.shared.Market;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.io.Serializable;
import java.util.Locale;

/**
 * What the hold-outs tell of one pair of categories, whether it is enough to charge or not.
 *
 * @param treated customers who were to be asked
 * @param heldOut customers who were not
 * @param sales by how much asking raised the share of customers who have the new service, 0.05 is five points
 * @param estimate share of the held margin lost per sale that asking brought; null when asking brought none to speak of
 * @param low lower bound of its 95 % interval
 * @param high upper bound
 * @param usable whether it takes the place of what was set by hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearnedPair(
        Market market,
        ServiceCategory added,
        ServiceCategory held,
        long treated,
        long heldOut,
        double sales,
        Double estimate,
        Double low,
        Double high,
        boolean usable)
        implements Serializable {
    /** Customers held out below which nothing is learned. */
    static final int FEWEST_HELD_OUT = 100;

    /** F statistic of the first stage below which the instrument is weak: Staiger and Stock, Econometrica 65 (1997). */
    static final double WEAKEST_INSTRUMENT = 10;

    /** Widest half of the interval that still says more than a guess. */
    static final double WIDEST_MARGIN = 0.25;

    private static final double TWO_SIDED_95 = 1.959964;

    /**
     * Wald estimator with the random contact as instrument: difference in margin lost over difference in sales. It is the loss
     * caused per sale caused (Imbens and Angrist, Econometrica 62 (1994)), with the delta-method interval of a
     * ratio of means, robust to several contacts of one customer.
     */
    static LearnedPair of(Pair pair) {
        Arm treated = pair.treated();
        Arm heldOut = pair.heldOut();
        boolean counted = treated.customers() > 1 && heldOut.customers() > 1;
        double sales = counted ? treated.meanTaken() - heldOut.meanTaken() : 0;
        double strength = counted ? sales * sales / (treated.varianceOfMeanTaken() + heldOut.varianceOfMeanTaken()) : 0;
        if (!(strength >= WEAKEST_INSTRUMENT) || sales <= 0) {
            return new LearnedPair(
                    pair.market(), pair.added(), pair.held(), treated.customers(), heldOut.customers(), rounded(sales), null, null,
                    null, false);
        }
        double share = (treated.meanLost() - heldOut.meanLost()) / sales;
        double half = TWO_SIDED_95 * Math.sqrt(treated.varianceOfMean(share) + heldOut.varianceOfMean(share)) / sales;
        return new LearnedPair(
                pair.market(),
                pair.added(),
                pair.held(),
                treated.customers(),
                heldOut.customers(),
                rounded(sales),
                rounded(share),
                rounded(share - half),
                rounded(share + half),
                heldOut.customers() >= FEWEST_HELD_OUT && half <= WIDEST_MARGIN);
    }

    Substitution substitution() {
        String counted = treated + " / " + heldOut;
        return new Substitution(
                added,
                held,
                Share.learned(estimate, low, high),
                new Reason(
                        "LEARNED_SUBSTITUTION",
                        Stage.CANNIBALISATION,
                        "learned " + market + " " + added + " takes from " + held,
                        "Mesuré entre clients sollicités et clients témoins (" + counted + "). || "
                                + "Measured between customers asked and customers held out (" + counted + ")."));
    }

    /** One line from which the version is made. */
    String canonical() {
        return String.format(
                Locale.ROOT, "%s %s %s %d %d %s %s %s %s %s", market, added, held, treated, heldOut, sales, estimate, low, high, usable);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
