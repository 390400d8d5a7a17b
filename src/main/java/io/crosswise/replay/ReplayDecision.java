package io.crosswise.replay;

import io.crosswise.decision.BringUpToDate;
import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.RunDecision;
import io.crosswise.decision.StoredDecisions.StoredDecision;
import io.crosswise.decision.VersionGone;
import io.crosswise.decision.Versions;
import io.crosswise.replay.Replay.Builds;
import io.crosswise.shared.Build;
import java.util.List;

/** Runs one stored decision again and compares the whole record. */
public class ReplayDecision {
    private final RunDecision runDecision;
    private final BringUpToDate bringUpToDate;
    private final CompareRecords compareRecords;
    private final Build build;

    /** @param build that runs now */
    public ReplayDecision(RunDecision runDecision, BringUpToDate bringUpToDate, CompareRecords compareRecords, Build build) {
        this.runDecision = runDecision;
        this.bringUpToDate = bringUpToDate;
        this.compareRecords = compareRecords;
        this.build = build;
    }

    /**
     * @param stored not erased
     * @throws io.crosswise.decision.VersionGone when something that judged it is not there any more
     */
    public Replay replay(StoredDecision stored, Against against) {
        Decision decided = stored.decision();
        Rerun rerun = rerun(stored, against);
        return new Replay(
                decided.decisionId().value(),
                against,
                rerun.differences().isEmpty(),
                rerun.differences(),
                Builds.of(decided, build),
                against == Against.STORED ? null : Change.of(decided, rerun.now()));
    }

    /** @param now the record as it came out this time */
    record Rerun(Decision now, List<Difference> differences) {}

    Rerun rerun(StoredDecision stored, Against against) {
        if (stored.isErased()) {
            throw new IllegalArgumentException("Decision " + stored.position().id() + " was erased");
        }
        Decision now = switch (against) {
            case STORED -> runDecision.run(complete(stored.input()), Versions.of(stored.decision()));
            case CURRENT -> runDecision.run(bringUpToDate.bringUpToDate(stored.input()), Versions.current());
        };
        return new Rerun(now, compareRecords.compare(stored.record(), now));
    }

    private static DecisionInput complete(DecisionInput input) {
        if (input.contactTimes() == null) {
            throw VersionGone.neverKept("contact times");
        }
        if (input.lifetimeValue() == null) {
            throw VersionGone.neverKept("settings of the lifetime value");
        }
        return input;
    }
}
