package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Loss;
import io.crosswise.candidate.Share;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Collects what rules say, by the key of the offer or bundle they say it about; every text in French and in English. */
public final class Findings {
    private static final Comparator<Finding> BY_RULE =
            Comparator.comparing((Finding finding) -> finding.reason().rule()).thenComparing(finding -> finding.reason().text());

    private record Finding(Reason reason, UnaryOperator<Candidate> change) {}

    private final Stage stage;
    private final Map<String, List<Finding>> findings = new HashMap<>();

    Findings(Stage stage) {
        this.stage = stage;
    }

    public void refuse(String rule, String key, String code, String french, String english) {
        Reason reason = reason(code, rule, french, english);
        note(key, new Finding(reason, candidate -> candidate.rejected(reason)));
    }

    /** The offer may be made, but without any discount, neither from the start nor by a person. */
    public void grantNothing(String rule, String key, String code, String french, String english) {
        Reason reason = reason(code, rule, french, english);
        note(key, new Finding(reason, candidate -> candidate.grantingAtMost(Money.ZERO).noted(reason)));
    }

    /** @param share of the held margin that would be lost, [0,1] */
    public void lose(
            String rule, OfferedService offered, HeldService held, double share, String code, String french, String english) {
        if (held.margin().isPositive()) {
            Loss loss = Loss.of(held.service(), held.margin(), Share.byHand(share), reason(code, rule, french, english));
            note(offered.offer(), new Finding(loss.reason(), candidate -> candidate.losing(loss)));
        }
    }

    private void note(String key, Finding finding) {
        findings.computeIfAbsent(key, it -> new ArrayList<>()).add(finding);
    }

    private Reason reason(String code, String rule, String french, String english) {
        return new Reason(code, stage, rule, english, french);
    }

    /** The candidates with what was found about each. */
    List<Candidate> applyTo(List<Candidate> candidates) {
        return findings.isEmpty()
                ? candidates
                : candidates.stream().map(candidate -> applyTo(candidate, candidate.offer())).toList();
    }

    /** What was found under the key, in order of the rules' names, so that the same facts give the same record. */
    Candidate applyTo(Candidate candidate, String key) {
        Candidate judged = candidate;
        for (Finding finding : findings.getOrDefault(key, List.of()).stream().sorted(BY_RULE).toList()) {
            judged = finding.change().apply(judged);
        }
        return judged;
    }
}
