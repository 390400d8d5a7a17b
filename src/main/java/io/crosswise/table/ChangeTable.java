package io.crosswise.table;

import io.crosswise.policy.TableContract;
import io.crosswise.shared.StableHash;
import io.crosswise.table.DeployedTables.Version;
import io.crosswise.table.TableChange.Kind;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What people do with the tables the product asks: bring a new one, go back, take or leave what the product offers. */
public final class ChangeTable {
    private static final int LONGEST_REASON = 1_000;

    private final Set<String> names;
    private final JudgeTable judgeTable;
    private final DeployedTables deployed;
    private final TableChanges changes;
    private final Clock clock;

    public ChangeTable(
            Collection<TableContract> contracts, JudgeTable judgeTable, DeployedTables deployed, TableChanges changes, Clock clock) {
        this.names = contracts.stream().map(TableContract::name).collect(Collectors.toSet());
        this.judgeTable = judgeTable;
        this.deployed = deployed;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param now what decides from now on
     * @param changed whether that is new; the same file again changes nothing
     * @param notChecked what the gate could not tell, in words
     */
    public record Outcome(TableState now, boolean changed, List<String> notChecked) {}

    /**
     * Brings a new table; it decides as soon as this returns.
     *
     * @param expected SHA-256 of the version the author started from; null when it does not matter
     * @throws RefusedTable when the gate refuses it, or the file is about another table
     * @throws ChangedMeanwhile when another version decides than the author started from
     */
    public Outcome deploy(String name, byte[] file, String who, String reason, String expected) {
        return bring(name, file, Kind.DEPLOYED, who, reason, null, expected);
    }

    /**
     * Brings the content of an earlier version back as the newest one.
     *
     * @param version null for the one before the newest
     * @throws RefusedTable when today's gate refuses it
     */
    public Outcome rollBack(String name, Integer version, String who, String reason) {
        Version latest = known(name);
        int back = version == null ? latest.version() - 1 : version;
        byte[] file = deployed.file(name, back).orElseThrow(() -> UnknownTable.version(name, back));
        return bring(name, file, Kind.ROLLED_BACK, who, reason, back, null);
    }

    /** Takes what the product offers; from then on the product updates the table again by itself. */
    public Outcome adopt(String name, String sha256, String who, String reason) {
        known(name);
        return bring(name, openDraft(name, sha256), Kind.ADOPTED, who, reason, null, null);
    }

    /** Leaves what the product offers; the same draft is not offered again. */
    public void decline(String name, String sha256, String who, String reason) {
        known(name);
        byte[] file = openDraft(name, sha256);
        changes.add(TableChange.declined(name, sha256, who, clock.instant(), words(reason)), file);
    }

    private Outcome bring(String name, byte[] file, Kind kind, String who, String reason, Integer fromVersion, String expected) {
        String why = words(reason);
        known(name);
        Judgement judgement = judgeTable.judgeAs(name, file);
        String sha256 = StableHash.sha256(file);
        return changes.exclusively(() -> {
            Version before = known(name);
            if (expected != null && !expected.equals(before.sha256())) {
                throw new ChangedMeanwhile(name, before.version());
            }
            boolean same = before.sha256().equals(sha256);
            Version now = same ? before : deployed.deploy(name, file, kind, who, why, fromVersion);
            return new Outcome(ReadTables.state(now, changes.of(name)), !same, judgement.notChecked());
        });
    }

    private Version known(String name) {
        if (!names.contains(name)) {
            throw UnknownTable.named(name);
        }
        return deployed.latest(name).orElseThrow(() -> UnknownTable.named(name));
    }

    private byte[] openDraft(String name, String sha256) {
        List<TableChange> known = changes.of(name);
        boolean offered = known.stream().anyMatch(change -> change.kind() == Kind.OFFERED && change.sha256().equals(sha256));
        if (!offered || !Drafts.open(known, sha256)) {
            throw UnknownTable.draft(name, sha256);
        }
        return changes.file(name, sha256).orElseThrow(() -> UnknownTable.draft(name, sha256));
    }

    private static String words(String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.length() > LONGEST_REASON) {
            throw RefusedTable.of("REASON_TOO_LONG", "The reason is longer than " + LONGEST_REASON + " characters.");
        }
        return reason.strip();
    }
}
