package io.crosswise.table;

import io.crosswise.shared.StableHash;
import io.crosswise.table.TableChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Deployed tables and their changes in memory. */
final class MemoryTables implements DeployedTables, TableChanges {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private final List<Version> versions = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<TableChange> changes = new ArrayList<>();

    /** As the engine deployed before changes were written down. */
    Version unwritten(String table, byte[] file, boolean byTheProduct) {
        int number = versions(table).size() + 1;
        String sha256 = StableHash.sha256(file);
        Version version = new Version(table, number, table + ":" + number, sha256, NOW, byTheProduct);
        versions.add(version);
        files.put(sha256, file);
        return version;
    }

    @Override
    public Optional<Version> latest(String table) {
        return versions(table).stream().findFirst();
    }

    @Override
    public List<Version> versions(String table) {
        List<Version> found = new ArrayList<>(versions.stream().filter(version -> version.table().equals(table)).toList());
        java.util.Collections.reverse(found);
        return found;
    }

    @Override
    public Optional<byte[]> file(String table, int version) {
        return versions(table).stream().filter(known -> known.version() == version).findFirst().map(known -> files.get(known.sha256()));
    }

    @Override
    public Version deploy(String table, byte[] file, Kind kind, String who, String reason, Integer fromVersion) {
        Version version = unwritten(table, file, false);
        add(new TableChange(table, version.version(), version.definition(), version.sha256(), kind, who, NOW, reason, fromVersion), file);
        return version;
    }

    @Override
    public void add(TableChange change, byte[] file) {
        changes.add(change);
        files.put(change.sha256(), file);
    }

    @Override
    public List<TableChange> of(String table) {
        List<TableChange> found = new ArrayList<>(changes.stream().filter(change -> change.table().equals(table)).toList());
        java.util.Collections.reverse(found);
        return found;
    }

    @Override
    public Optional<byte[]> file(String table, String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    @Override
    public <T> T exclusively(Supplier<T> change) {
        return change.get();
    }
}
