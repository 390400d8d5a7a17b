package io.crosswise.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crosswise.shared.Money;

/**
 * Decisions of one kind before and after.
 *
 * @param key for example an offer's code; {@code NONE} where there is none
 * @param before decisions that were of this kind
 * @param different of those whose record came out different
 * @param after decisions that are of this kind when run again
 * @param eurosBefore expected value over the horizon, summed over {@code before}
 * @param eurosAfter the same over {@code after}
 */
public record Tally(By by, String key, long before, long different, long after, Money eurosBefore, Money eurosAfter) {
    public enum By {
        ALL,
        OFFER,
        SEGMENT,
        MARKET,
        OUTCOME
    }

    /** Euros gained, negative when lost. */
    @JsonProperty
    public Money delta() {
        return eurosAfter.minus(eurosBefore);
    }

    Tally plus(Tally other) {
        return new Tally(
                by,
                key,
                before + other.before,
                different + other.different,
                after + other.after,
                eurosBefore.plus(other.eurosBefore),
                eurosAfter.plus(other.eurosAfter));
    }
}
