package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import java.util.Arrays;

/**
 * Which candidates a row of a table speaks of: {@code *}, a service category, a kind of candidate ({@code CROSS_SELL}, {@code UPSELL},
 * {@code BUNDLE}), {@code NEEDS_FIBRE}, or the code of an offer or bundle; joined by {@code /} all must hold
 * ({@code MOBILE/UPSELL}).
 */
public final class Scope {
    private Scope() {}

    public static boolean covers(String scope, Candidate candidate) {
        return Arrays.stream(scope.split("/")).allMatch(part -> holds(part, candidate));
    }

    private static boolean holds(String part, Candidate candidate) {
        return part.equals("*")
                || part.equals(candidate.offer())
                || part.equals(candidate.kind().name())
                || (part.equals("NEEDS_FIBRE") && candidate.needsFibre())
                || candidate.categories().stream().anyMatch(category -> category.name().equals(part));
    }
}
