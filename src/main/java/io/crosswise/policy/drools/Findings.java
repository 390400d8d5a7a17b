package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what rules say, by the code of the offer they say it about. */
public final class Findings {
    /** @param loss euros per month lost on services held; null refuses the offer */
    private record Finding(String offer, Money loss, Reason reason) {}

    private final Stage stage;
    private final List<Finding> findings = new ArrayList<>();

    Findings(Stage stage) {
        this.stage = stage;
    }

    public void refuse(String rule, String offer, String code, String text) {
        findings.add(new Finding(offer, null, new Reason(code, stage, rule, text)));
    }

    /** @param share of the held margin that would be lost, [0,1] */
    public void lose(String rule, OfferedService offered, HeldService held, double share, String code, String text) {
        Money loss = held.margin().times(share);
        if (loss.isPositive()) {
            String euros = "%s Costs %s a month on %s.".formatted(text, loss, held.service());
            findings.add(new Finding(offered.offer(), loss, new Reason(code, stage, rule, euros)));
        }
    }

    /** The candidates with what was found about each; in order of the rules' names, so that the same facts give the same record. */
    List<Candidate> applyTo(List<Candidate> candidates) {
        findings.sort(Comparator.comparing((Finding finding) -> finding.reason().rule())
                .thenComparing(finding -> finding.reason().text()));
        return candidates.stream().map(this::apply).toList();
    }

    private Candidate apply(Candidate candidate) {
        Candidate judged = candidate;
        for (Finding finding : findings) {
            if (finding.offer().equals(candidate.offer())) {
                judged = finding.loss() == null
                        ? judged.rejected(finding.reason())
                        : judged.cannibalising(finding.loss(), finding.reason());
            }
        }
        return judged;
    }
}
