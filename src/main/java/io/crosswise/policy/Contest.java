package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.BundleRules.Composition;
import java.util.List;
import java.util.Optional;

/** The compositions of one bundle, best first, and which of them may be sold; part of {@link FindBundles}. */
final class Contest {
    private final List<Composition> fitting;
    private Candidate winner;

    /** The price of a composition is compared before rules are asked: it is cheaper. */
    Contest(List<Composition> ranked, BundleLimits limits, ApplyExclusions applyExclusions) {
        fitting = ranked.stream().filter(composition -> limits.admit(composition.bundle())).toList();
        winner = fitting.isEmpty() ? limits.judge(ranked.get(0).bundle(), applyExclusions) : fitting.get(0).bundle();
    }

    Optional<Composition> favourite() {
        return fitting.stream().findFirst();
    }

    /** The compositions after the favourite when that was refused. */
    List<Composition> others() {
        return winner.isAllowed() || fitting.isEmpty() ? List.of() : fitting.subList(1, fitting.size());
    }

    /** Takes what rules said about compositions of any bundle, in the order they were asked for. */
    void take(List<Candidate> judged) {
        List<Candidate> own = judged.stream().filter(candidate -> candidate.offer().equals(winner.offer())).toList();
        if (!own.isEmpty()) {
            winner = own.stream().filter(Candidate::isAllowed).findFirst().orElse(winner.isAllowed() ? own.get(0) : winner);
        }
    }

    /** The best that may be sold, else the best with its refusal. */
    Candidate winner() {
        return winner;
    }
}
