package io.crosswise.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What another judgement means for the customer and for us.
 *
 * @param expectedValue euros over the horizon
 * @param delta of the expected value in euros; no offer is worth zero
 * @param candidates those whose verdict, reason or value is another, by code
 */
public record Change(
        Pair<String> outcome,
        Pair<String> offer,
        Pair<String> channel,
        Pair<Money> expectedValue,
        Money delta,
        List<CandidateChange> candidates) {

    /** @param changed whether they differ */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pair<T>(T stored, T now, boolean changed) {
        static <T> Pair<T> of(T stored, T now) {
            return new Pair<>(stored, now, !Objects.equals(stored, now));
        }
    }

    /** A side that is null had no such candidate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CandidateChange(String offer, Judged stored, Judged now) {}

    /** @param reason stable code @param expectedValue euros over the horizon, null when it was not valued */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Judged(String verdict, String stage, String reason, String rule, Money expectedValue) {
        private static Judged of(CandidateResult result) {
            return new Judged(
                    result.verdict().name(), result.stage(), result.reason(), result.rule(), result.expectedValue());
        }
    }

    static Change of(Decision stored, Decision now) {
        return new Change(
                pair(stored, now, decision -> decision.outcome().name()),
                pair(stored, now, Change::offer),
                pair(stored, now, decision -> decision.channel() == null ? null : decision.channel().code().name()),
                pair(stored, now, Decision::expectedValue),
                euros(now).minus(euros(stored)),
                candidates(judged(stored), judged(now)));
    }

    /** Null without offer. */
    static String offer(Decision decision) {
        return decision.offer() == null ? null : decision.offer().code();
    }

    /** Zero without offer. */
    static Money euros(Decision decision) {
        return decision.expectedValue() == null ? Money.ZERO : decision.expectedValue();
    }

    private static <T> Pair<T> pair(Decision stored, Decision now, Function<Decision, T> value) {
        return Pair.of(value.apply(stored), value.apply(now));
    }

    private static Map<String, Judged> judged(Decision decision) {
        Map<String, Judged> judged = new LinkedHashMap<>();
        decision.candidates().forEach(candidate -> judged.put(candidate.offer(), Judged.of(candidate)));
        return judged;
    }

    private static List<CandidateChange> candidates(Map<String, Judged> stored, Map<String, Judged> now) {
        TreeSet<String> offers = new TreeSet<>(stored.keySet());
        offers.addAll(now.keySet());
        return offers.stream()
                .filter(offer -> !Objects.equals(stored.get(offer), now.get(offer)))
                .map(offer -> new CandidateChange(offer, stored.get(offer), now.get(offer)))
                .toList();
    }
}
