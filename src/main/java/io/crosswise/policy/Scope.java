package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which candidates a row of a table speaks of: {@code *} is all, else a service category, a kind of candidate ({@code CROSS_SELL}, {@code
 * UPSELL}, {@code BUNDLE}), {@code NEEDS_FIBRE}, or the code of an offer or bundle; joined by {@code /} all must hold ({@code
 * MOBILE/UPSELL}).
 *
 * @param parts that must all hold, at least one
 */
public record Scope(List<String> parts) implements Serializable {
    static final String ALL = "*";
    private static final String NEEDS_FIBRE = "NEEDS_FIBRE";

    /** Every word that is no code of an offer or bundle. */
    public static final Set<String> WORDS = Stream.of(
                    Stream.of(ALL, NEEDS_FIBRE),
                    Arrays.stream(ServiceCategory.values()).map(Enum::name),
                    Arrays.stream(Kind.values()).map(Enum::name))
            .flatMap(words -> words)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws IllegalArgumentException when there is no part, or one is empty */
    public Scope {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A scope has words between its bars, not " + String.join("/", parts));
        }
    }

    /** @throws IllegalArgumentException when a part is empty */
    public static Scope of(String text) {
        return new Scope(Arrays.stream(text.split("/", -1)).map(String::strip).toList());
    }

    /** Every category there is, as scopes. */
    static List<Scope> eachCategory() {
        return Arrays.stream(ServiceCategory.values()).map(category -> of(category.name())).toList();
    }

    public boolean covers(Candidate candidate) {
        return parts.stream().allMatch(part -> holds(part, candidate));
    }

    /** Whether it speaks of a touch of the past, of which only offer and categories are known. */
    boolean covers(PastTouch touch) {
        return parts.stream().allMatch(part -> part.equals(ALL)
                || part.equals(touch.offer())
                || touch.groups().stream().anyMatch(group -> group.name().equals(part)));
    }

    /** Whether a touch of the past tells what it asks: it names no kind and nothing an offer needs. */
    boolean isKnownOfTouches() {
        return parts.stream().allMatch(part -> part.equals(ALL) || isCategory(part) || !WORDS.contains(part));
    }

    boolean isEverything() {
        return parts.stream().allMatch(ALL::equals);
    }

    /** Whether it is one category and nothing else. */
    boolean isOneCategory() {
        return parts.size() == 1 && isCategory(parts.get(0));
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }

    private static boolean isCategory(String part) {
        return Arrays.stream(ServiceCategory.values()).anyMatch(category -> category.name().equals(part));
    }

    private static boolean holds(String part, Candidate candidate) {
        return part.equals(ALL)
                || part.equals(candidate.offer())
                || part.equals(candidate.kind().name())
                || (part.equals(NEEDS_FIBRE) && candidate.needsFibre())
                || candidate.categories().stream().anyMatch(category -> category.name().equals(part));
    }
}
