package io.crosswise.policy;

import io.crosswise.shared.Market;
import io.crosswise.shared.StableHash;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One version of what was learned of substitution.
 *
 * @param version SHA-256 of the pairs, hexadecimal; decisions name it so that they can be replayed
 * @param learnedAt null when nothing was learned yet
 * @param pairs by market, new and held category
 */
public record LearnedSubstitutions(String version, Instant learnedAt, List<LearnedPair> pairs) implements Serializable {
    public static final LearnedSubstitutions NONE = of(null, List.of());

    public static LearnedSubstitutions of(Instant learnedAt, List<LearnedPair> pairs) {
        List<LearnedPair> sorted = pairs.stream()
                .sorted(Comparator.comparing(LearnedPair::market)
                        .thenComparing(LearnedPair::added)
                        .thenComparing(LearnedPair::held))
                .toList();
        String text = sorted.stream().map(LearnedPair::canonical).collect(Collectors.joining("\n"));
        return new LearnedSubstitutions(StableHash.sha256(text.getBytes(StandardCharsets.UTF_8)), learnedAt, sorted);
    }

    /** The shares that take the place of those set by hand. */
    public List<Substitution> usable(Market market) {
        return pairs.stream()
                .filter(pair -> pair.usable() && pair.market() == market)
                .map(LearnedPair::substitution)
                .toList();
    }
}
