package io.crosswise.table;

import io.crosswise.policy.TableContract;
import io.crosswise.table.DeployedTables.Version;
import io.crosswise.table.TableChange.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known of tables: which version decides, who brought it, what came before and what the product offers. */
public final class ReadTables {
    private final List<String> names;
    private final DeployedTables deployed;
    private final TableChanges changes;

    public ReadTables(Collection<TableContract> contracts, DeployedTables deployed, TableChanges changes) {
        this.names = contracts.stream().map(TableContract::name).toList();
        this.deployed = deployed;
        this.changes = changes;
    }

    /** Of the tables the product asks, in the order it asks them. */
    public List<String> names() {
        return names;
    }

    /** The version that decides now. */
    public Optional<TableState> current(String name) {
        return deployed.latest(name).map(version -> state(version, changes.of(name)));
    }

    /** Newest first; empty when there is no such table. */
    public List<TableState> versions(String name) {
        List<TableChange> known = changes.of(name);
        return deployed.versions(name).stream().map(version -> state(version, known)).toList();
    }

    public Optional<byte[]> file(String name, int version) {
        return deployed.file(name, version);
    }

    /** What the product brought beside the table of a person, and nobody has taken or left. */
    public Optional<TableChange> draft(String name) {
        List<TableChange> known = changes.of(name);
        return deployed.latest(name)
                .filter(latest -> !InstallPackaged.belongsToTheProduct(latest, known))
                .flatMap(latest -> Drafts.latest(known, latest.sha256()));
    }

    public Optional<byte[]> draftFile(String name, String sha256) {
        return changes.of(name).stream().anyMatch(change -> change.kind() == Kind.OFFERED && change.sha256().equals(sha256))
                ? changes.file(name, sha256)
                : Optional.empty();
    }

    /** @throws UnknownTable when there is no such version of it */
    public TableDifference difference(String name, int from, int to) {
        return TableDifference.between(table(name, from), table(name, to));
    }

    /**
     * From what decides now to what the product offers.
     *
     * @throws UnknownTable when there is no such draft
     */
    public TableDifference draftDifference(String name, String sha256) {
        byte[] draft = draftFile(name, sha256).orElseThrow(() -> UnknownTable.draft(name, sha256));
        Version latest = deployed.latest(name).orElseThrow(() -> UnknownTable.named(name));
        return TableDifference.between(table(name, latest.version()), table(name, draft));
    }

    private DecisionTable table(String name, int version) {
        return table(name, file(name, version).orElseThrow(() -> UnknownTable.version(name, version)));
    }

    private static DecisionTable table(String name, byte[] file) {
        return TableFile.read(file).tables().stream()
                .filter(table -> name.equals(table.id()))
                .findFirst()
                .orElseThrow(() -> UnknownTable.named(name));
    }

    static TableState state(Version version, List<TableChange> known) {
        Optional<TableChange> change = known.stream()
                .filter(candidate -> version.definition().equals(candidate.definition()))
                .findFirst();
        return new TableState(
                version.table(),
                version.version(),
                version.sha256(),
                change.map(TableChange::kind).orElse(version.byTheProduct() ? Kind.PACKAGED : null),
                change.map(TableChange::who).orElse(version.byTheProduct() ? TableChange.PRODUCT : null),
                version.at(),
                change.map(TableChange::reason).orElse(null),
                change.map(TableChange::fromVersion).orElse(null));
    }
}
