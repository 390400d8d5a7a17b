package io.crosswise.scoring;

import io.crosswise.shared.HourBand;
import io.crosswise.shared.Probability;
import java.io.Serializable;
import java.util.List;

/**
 * How a customer answers offers through one channel.
 *
 * @param byHourBand P(buys | offered through the channel in that band of the day), in the order of {@link HourBand}
 */
public record ChannelResponse(List<Probability> byHourBand) implements Serializable {
    /** @throws IllegalArgumentException when a band is missing */
    public ChannelResponse {
        byHourBand = List.copyOf(byHourBand);
        if (byHourBand.size() != HourBand.values().length) {
            throw new IllegalArgumentException("A response is known for " + HourBand.values().length + " bands of the day, not "
                    + byHourBand.size());
        }
    }

    public Probability in(HourBand band) {
        return byHourBand.get(band.ordinal());
    }

    /** The band in which the customer answers most; the earlier one of equals. */
    public HourBand best() {
        HourBand best = HourBand.MORNING;
        for (HourBand band : HourBand.values()) {
            best = in(band).compareTo(in(best)) > 0 ? band : best;
        }
        return best;
    }
}
