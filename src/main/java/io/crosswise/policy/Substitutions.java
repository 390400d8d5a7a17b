package io.crosswise.policy;

/** The versions of what was learned of substitution. */
public interface Substitutions {
    /** The version in force now, from memory; {@link LearnedSubstitutions#NONE} before anything was learned. */
    LearnedSubstitutions current();

    /**
     * @param version null is that of decisions from before anything could be learned
     * @throws java.util.NoSuchElementException when no such version was published
     */
    LearnedSubstitutions version(String version);

    /** Puts a version in force; the same pairs again change nothing but the day. */
    void publish(LearnedSubstitutions learned);
}
