package io.crosswise.replay;

import io.crosswise.decision.Decision;
import io.crosswise.replay.Tally.By;
import io.crosswise.shared.Money;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts decisions by what they were and what they became. */
final class Tallies {
    private static final String NONE = "NONE";
    private static final Map<By, Function<Decision, String>> KEYS = Map.of(
            By.ALL, decision -> "ALL",
            By.OFFER, Change::offer,
            By.SEGMENT, decision -> decision.segment() == null ? null : decision.segment().name(),
            By.MARKET, decision -> decision.market().name(),
            By.OUTCOME, decision -> decision.outcome().name());
    private final Map<String, Tally> tallies = new TreeMap<>();

    void add(Decision stored, Decision now, boolean different) {
        KEYS.forEach((by, key) -> {
            add(new Tally(by, key(key, stored), 1, different ? 1 : 0, 0, Change.euros(stored), Money.ZERO));
            add(new Tally(by, key(key, now), 0, 0, 1, Money.ZERO, Change.euros(now)));
        });
    }

    /** By kind and key. */
    Collection<Tally> all() {
        return tallies.values();
    }

    private void add(Tally tally) {
        tallies.merge(tally.by() + " " + tally.key(), tally, Tally::plus);
    }

    private static String key(Function<Decision, String> key, Decision decision) {
        String value = key.apply(decision);
        return value == null ? NONE : value;
    }
}
