package io.crosswise.experiment.inference;

/**
 * The difference of two rates, exactly valid at any time and for any number of units. The product of the two arms' evidences is a
 * martingale at the true pair of rates whatever decides which arm is next; a difference is excluded when every pair with that
 * difference is (projection of the joint confidence sequence).
 */
final class ExactRates {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final RateMixture treated;
    private final RateMixture control;
    private final Sample treatedSums;
    private final Sample controlSums;

    ExactRates(Sample treated, Sample control) {
        this.treated = new RateMixture(treated);
        this.control = new RateMixture(control);
        treatedSums = treated;
        controlSums = control;
    }

    /** Against no difference; at most 1. */
    double pValue() {
        double pooled = treatedSums.plus(controlSums).mean();
        return Math.min(1, Math.exp(-treated.logEvidence(pooled) - control.logEvidence(pooled)));
    }

    /** Evidence against the difference (treated minus control), in [−1,1]: that of the pair it speaks least against. */
    double logEvidence(double difference) {
        double low = Math.max(0, -difference);
        double high = Math.min(1, 1 - difference);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = pair(left, difference);
        double atRight = pair(right, difference);
        while (high - low > 1e-7) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = pair(left, difference);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = pair(right, difference);
            }
        }
        return Math.min(atLeft, atRight);
    }

    Interval interval(double alpha) {
        double observed = treatedSums.mean() - controlSums.mean();
        double limit = Math.log(1 / alpha);
        return new Interval(edge(observed, -1, limit), edge(observed, 1, limit));
    }

    /** The evidence grows from the difference observed outwards. */
    private double edge(double inside, double outside, double limit) {
        if (logEvidence(outside) < limit) {
            return outside;
        }
        double in = inside;
        double out = outside;
        while (Math.abs(out - in) > 1e-6) {
            double middle = (in + out) / 2;
            if (logEvidence(middle) < limit) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return out;
    }

    private double pair(double controlRate, double difference) {
        return control.logEvidence(controlRate) + treated.logEvidence(Math.min(1, controlRate + difference));
    }
}
