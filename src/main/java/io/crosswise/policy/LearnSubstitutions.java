package io.crosswise.policy;

import java.time.Clock;

/** Compares what customers who were asked and customers who were held out lost, and puts the result in force. */
public class LearnSubstitutions {
    /** Long enough for a full bill to pass; later, who was held out has been asked again and the arms have become alike. */
    private static final int DAYS = 90;

    private final SubstitutionEvidence evidence;
    private final Substitutions substitutions;
    private final Clock clock;

    public LearnSubstitutions(SubstitutionEvidence evidence, Substitutions substitutions, Clock clock) {
        this.evidence = evidence;
        this.substitutions = substitutions;
        this.clock = clock;
    }

    /** What is in force from now on; pairs of which too little is known stay as set by hand. */
    public LearnedSubstitutions learn() {
        LearnedSubstitutions learned = LearnedSubstitutions.of(
                clock.instant(), evidence.gather(DAYS).stream().map(LearnedPair::of).toList());
        substitutions.publish(learned);
        return learned;
    }
}
