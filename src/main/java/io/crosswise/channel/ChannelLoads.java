package io.crosswise.channel;

import io.crosswise.shared.ChannelCode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** How much work the channels carry. */
public interface ChannelLoads {
    /** Offers waiting to be presented plus touches made since then, for these channels; a channel without any is missing. */
    Map<ChannelCode, Integer> since(Instant startOfDay, Set<ChannelCode> channels);
}
