package io.crosswise.channel;

import static io.crosswise.shared.ChannelCode.CALL_CENTRE;
import static io.crosswise.shared.ChannelCode.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.shared.ChannelCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacitiesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private final List<Instant> counted = new ArrayList<>();
    private int calls = 7;
    private final ChannelLoads loads = (startOfDay, channels) -> {
        counted.add(startOfDay);
        return Map.of(CALL_CENTRE, calls, EMAIL, 900);
    };

    @Test
    void subtractsTheLoadOfTheDayFromTheLimit() {
        assertThat(limitedTo(Map.of(CALL_CENTRE, 10)).left(NOW)).isEqualTo(Map.of(CALL_CENTRE, 3));
        assertThat(counted).containsExactly(Instant.parse("2026-11-20T23:00:00Z"));
    }

    @Test
    void neverFallsBelowNothing() {
        assertThat(limitedTo(Map.of(CALL_CENTRE, 5)).left(NOW)).isEqualTo(Map.of(CALL_CENTRE, 0));
    }

    @Test
    void countsAtMostOnceASecond() {
        Capacities capacities = limitedTo(Map.of(CALL_CENTRE, 10));

        capacities.left(NOW);
        calls = 9;
        assertThat(capacities.left(NOW.plusMillis(999))).isEqualTo(Map.of(CALL_CENTRE, 3));
        assertThat(capacities.left(NOW.plusMillis(1000))).isEqualTo(Map.of(CALL_CENTRE, 1));
        assertThat(counted).hasSize(2);
    }

    @Test
    void countsNothingWhereNothingIsLimited() {
        assertThat(limitedTo(Map.of()).left(NOW)).isEmpty();
        assertThat(counted).isEmpty();
    }

    private Capacities limitedTo(Map<ChannelCode, Integer> limits) {
        return new Capacities(loads, new ChannelSettings(null, limits, null, null, null, null, null, null));
    }
}
