package io.crosswise.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewOffersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final ExplorationSettings ALWAYS = new ExplorationSettings(1, 100, 10, 20, 200);
    private static final List<String> ON_SALE = List.of("OLD", "NEW", "BUSY", "DONE");

    private final List<Instant> counted = new ArrayList<>();
    private final Map<String, Exposure> exposures = new TreeMap<>(Map.of(
            "OLD", new Exposure(100, 100, 9, 0, 0),
            "NEW", new Exposure(99, 99, 9, 19, 199),
            "BUSY", new Exposure(30, 30, 3, 20, 60),
            "DONE", new Exposure(30, 30, 3, 0, 200)));

    @Test
    void namesOffersWithoutHistoryThatHaveExplorationsLeft() {
        assertThat(newOffers(ALWAYS).of(() -> ON_SALE, "T-1", NOW)).isEqualTo(Map.of("NEW", new Exposure(99, 99, 9, 19, 199)));
        assertThat(counted).containsExactly(Instant.parse("2026-11-21T00:00:00Z"));
    }

    @Test
    void countsAtMostOnceASecond() {
        NewOffers newOffers = newOffers(ALWAYS);

        newOffers.of(() -> ON_SALE, "T-1", NOW);
        exposures.put("NEW", new Exposure(100, 100, 9, 19, 199));
        assertThat(newOffers.of(() -> ON_SALE, "T-2", NOW.plusMillis(999))).containsKey("NEW");
        assertThat(newOffers.of(() -> ON_SALE, "T-3", NOW.plusMillis(1000))).isEmpty();
        assertThat(counted).hasSize(2);
    }

    @Test
    void countsNothingForDecisionsThatDoNotExplore() {
        assertThat(newOffers(ExplorationSettings.OFF).of(() -> fail("Nobody needs what is on sale"), "T-1", NOW)).isEmpty();
        assertThat(counted).isEmpty();
    }

    @Test
    void exposureIsBoundedHoweverManyDecisionsAreMade() {
        exposures.clear();
        exposures.put("NEW", new Exposure(0, 0, 0, 0, 0));
        NewOffers newOffers = newOffers(new ExplorationSettings(1, 100, 10, 20, 50));
        int[] explored = new int[5];

        IntStream.range(0, 5).forEach(day -> IntStream.range(0, 1000).forEach(second -> {
            Instant now = NOW.plusSeconds(day * 86_400L + second);
            if (newOffers.of(() -> ON_SALE, "T-" + day + "-" + second, now).containsKey("NEW")) {
                explored[day]++;
            }
            exposures.put("NEW", new Exposure(0, 0, 0, explored[day], IntStream.of(explored).sum()));
        }));

        assertThat(explored).containsExactly(20, 20, 10, 0, 0);
    }

    private NewOffers newOffers(ExplorationSettings settings) {
        return new NewOffers(
                (offers, atMost, startOfDay) -> {
                    counted.add(startOfDay);
                    return exposures;
                },
                settings);
    }
}
