package io.crosswise.table;

import io.crosswise.shared.StableHash;
import io.crosswise.table.DeployedTables.Version;
import io.crosswise.table.TableChange.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * At start: deploys the tables of this build where nobody has deployed one of their own, and offers them as drafts where somebody has. A
 * table the product has followed by a newer one is left alone, so that an older node starting again beside newer ones changes nothing.
 */
public final class InstallPackaged {
    private static final Set<Kind> BY_THE_PRODUCT = EnumSet.of(Kind.PACKAGED, Kind.OFFERED, Kind.ADOPTED);

    private final PackagedTables packaged;
    private final DeployedTables deployed;
    private final TableChanges changes;
    private final Clock clock;

    public InstallPackaged(PackagedTables packaged, DeployedTables deployed, TableChanges changes, Clock clock) {
        this.packaged = packaged;
        this.deployed = deployed;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param drafts tables for which this build has a draft that nobody has taken or left
     * @param older tables of which the product itself has brought a newer one
     */
    public record Installed(List<String> drafts, List<String> older) {}

    public Installed install() {
        Installed installed = new Installed(new ArrayList<>(), new ArrayList<>());
        changes.exclusively(() -> {
            new TreeMap<>(packaged.all()).forEach((table, file) -> install(table, file, installed));
            return null;
        });
        return installed;
    }

    private void install(String table, byte[] file, Installed installed) {
        String sha256 = StableHash.sha256(file);
        Optional<Version> latest = deployed.latest(table);
        List<TableChange> known = changes.of(table);
        if (latest.isEmpty()) {
            deploy(table, file);
        } else if (latest.get().sha256().equals(sha256)) {
            return;
        } else if (!belongsToTheProduct(latest.get(), known)) {
            offer(table, file, sha256, known, installed);
        } else if (firstBrought(sha256, known) < firstBrought(latest.get().sha256(), known)) {
            installed.older().add(table);
        } else {
            deploy(table, file);
        }
    }

    private void deploy(String table, byte[] file) {
        deployed.deploy(table, file, Kind.PACKAGED, TableChange.PRODUCT, null, null);
    }

    /** What took effect once was there before the person's own, and is nothing new. */
    private void offer(String table, byte[] file, String sha256, List<TableChange> known, Installed installed) {
        if (known.stream().anyMatch(change -> change.kind() == Kind.PACKAGED && change.sha256().equals(sha256))) {
            return;
        }
        if (known.stream().noneMatch(change -> change.kind() == Kind.OFFERED && change.sha256().equals(sha256))) {
            changes.add(TableChange.offered(table, sha256, clock.instant()), file);
        }
        if (Drafts.open(known, sha256)) {
            installed.drafts().add(table);
        }
    }

    /** Whether an upgrade may replace it. */
    static boolean belongsToTheProduct(Version latest, List<TableChange> known) {
        return known.stream()
                .filter(change -> latest.definition().equals(change.definition()))
                .findFirst()
                .map(TableChange::belongsToTheProduct)
                .orElse(latest.byTheProduct());
    }

    /** How many changes came before the product first brought or offered it; as many as there are when it never did. */
    private static int firstBrought(String sha256, List<TableChange> newestFirst) {
        for (int before = 0; before < newestFirst.size(); before++) {
            TableChange change = newestFirst.get(newestFirst.size() - 1 - before);
            if (change.sha256().equals(sha256) && BY_THE_PRODUCT.contains(change.kind())) {
                return before;
            }
        }
        return newestFirst.size();
    }
}
