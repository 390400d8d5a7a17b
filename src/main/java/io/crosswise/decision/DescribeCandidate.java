package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.List;
import java.util.Optional;

/** Tells in the record what became of a candidate and what it was worth. */
final class DescribeCandidate {
    private DescribeCandidate() {}

    /** @param arbitration null in a test of other stages; then there are no scores */
    static CandidateResult describe(Candidate candidate, Arbitration arbitration, Optional<Candidate> selected) {
        Optional<Standing> standing = Optional.ofNullable(arbitration).flatMap(all -> all.of(candidate));
        List<String> factors = standing.map(known -> known.factors().stream().map(Factor::rule).toList())
                .filter(rules -> !rules.isEmpty())
                .orElse(null);
        if (candidate.verdict() instanceof Verdict.Rejected rejected) {
            return result(candidate, CandidateVerdict.REJECTED, rejected.reason().code(), Optional.of(rejected.reason()), null, factors);
        }
        boolean won = selected.isPresent() && selected.get().offer().equals(candidate.offer());
        return result(
                candidate,
                won ? CandidateVerdict.SELECTED : CandidateVerdict.OUTRANKED,
                (won ? RankReason.whySelected(candidate, arbitration) : RankReason.whyOutranked(candidate, selected)).name(),
                RankReason.note(candidate),
                standing.map(Standing::score).orElse(null),
                factors);
    }

    private static CandidateResult result(
            Candidate candidate, CandidateVerdict verdict, String code, Optional<Reason> why, Money score, List<String> factors) {
        return new CandidateResult(
                candidate.offer(),
                verdict,
                verdict == CandidateVerdict.REJECTED ? why.orElseThrow().stage().name() : Stage.ARBITRATION.name(),
                code,
                why.map(Reason::rule).orElse(null),
                why.map(Reason::text).orElse(null),
                why.map(Reason::fr).orElse(null),
                candidate.expectedValue(),
                candidate.value(),
                score,
                factors,
                candidate.losses());
    }
}
