package io.crosswise.candidate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * The share of a held service's margin that a new one takes, and how anybody knows.
 *
 * @param value as charged, [0,1]
 * @param low lower bound of the 95 % interval of what was learned, before it was cut to [0,1]; null when set by hand
 * @param high upper bound
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Share(double value, Source source, Double low, Double high) implements Serializable {
    public enum Source {
        /** Somebody wrote it into a table or a rule. */
        BY_HAND,
        /** Measured between customers who were asked and customers who were held out. */
        LEARNED
    }

    /** @throws IllegalArgumentException when the value is outside [0,1] */
    public Share {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A share is in [0,1], not " + value);
        }
    }

    public static Share byHand(double value) {
        return new Share(value, Source.BY_HAND, null, null);
    }

    /** Charges the estimate cut to [0,1]: a service cannot lose more than it earns, and what it gains is not sold here. */
    public static Share learned(double estimate, double low, double high) {
        return new Share(Math.min(1, Math.max(0, estimate)), Source.LEARNED, low, high);
    }

    public String inFrench() {
        return "part de " + percent(value)
                + (source == Source.BY_HAND ? " fixée à la main" : " apprise, à 95 % entre " + percent(low) + " et " + percent(high));
    }

    public String inEnglish() {
        return "a share of " + percent(value)
                + (source == Source.BY_HAND ? " set by hand" : " learned, 95 % between " + percent(low) + " and " + percent(high));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
