package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.Levers;
import io.crosswise.shared.Money;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * Where a candidate stands among the others.
 *
 * @param worth euros over the horizon the score is made of: the net value, or what a draw makes of it
 * @param score worth × factors, to the cent
 */
public record Standing(Candidate candidate, Money worth, List<Factor> factors, Money score) implements Serializable {
    /** Highest score first, then highest net value, then by code: no two candidates share a place. */
    static final Comparator<Standing> BEST_FIRST = Comparator.comparing(Standing::score)
            .thenComparing(Standing::value)
            .reversed()
            .thenComparing(standing -> standing.candidate().offer());

    /** All factors together raise a worth by at most {@link Levers#MOST}. */
    static Standing of(Candidate candidate, Money worth, List<Factor> factors) {
        double product = factors.stream().mapToDouble(Factor::value).reduce(1, (left, right) -> left * right);
        return new Standing(candidate, worth, factors, worth.times(Math.min(product, Levers.MOST)));
    }

    /** Net value in euros over the horizon, whatever was drawn. */
    Money value() {
        return candidate.expectedValue();
    }

    /** As if the row or rule had not raised or lowered it. */
    Standing without(String rule) {
        return factors.stream().anyMatch(factor -> factor.rule().equals(rule))
                ? of(candidate, worth, factors.stream().filter(factor -> !factor.rule().equals(rule)).toList())
                : this;
    }

    /** As if nothing had been drawn. */
    Standing undrawn() {
        return worth.equals(value()) ? this : of(candidate, value(), factors);
    }
}
