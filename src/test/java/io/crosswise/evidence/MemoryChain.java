package io.crosswise.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A chain in memory over rows that are texts, open for tampering. */
final class MemoryChain implements Chain {
    final Map<String, String> rows = new LinkedHashMap<>();
    final List<String> unsealed = new ArrayList<>();
    final TreeMap<Long, Seal> seals = new TreeMap<>();
    final TreeMap<Long, Head> heads = new TreeMap<>();

    MemoryChain decided(String... ids) {
        for (String id : ids) {
            rows.put(id, "row of " + id);
            unsealed.add(id);
        }
        return this;
    }

    private LogItem item(String id) {
        String row = rows.get(id);
        return new LogItem(id, null, row == null ? null : row.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<SealedRun> extend(int limit, Sealing sealing) {
        if (unsealed.isEmpty()) {
            return Optional.empty();
        }
        List<String> taken = unsealed.subList(0, Math.min(limit, unsealed.size()));
        long next = Math.max(seals.isEmpty() ? 0 : seals.lastKey(), heads.isEmpty() ? 0 : heads.lastKey()) + 1;
        SealedRun run = sealing.seal(lastHead().orElse(null), next, taken.stream().map(this::item).toList());
        taken.clear();
        run.seals().forEach(seal -> seals.put(seal.sequence(), seal));
        heads.put(run.head().last(), run.head());
        return Optional.of(run);
    }

    @Override
    public Optional<Head> lastHead() {
        return heads.isEmpty() ? Optional.empty() : Optional.of(heads.lastEntry().getValue());
    }

    @Override
    public Optional<Head> headBefore(long sequence) {
        return Optional.ofNullable(heads.lowerEntry(sequence)).map(Map.Entry::getValue);
    }

    @Override
    public List<Head> headsFrom(long sequence, int limit) {
        return heads.tailMap(sequence).values().stream().limit(limit).toList();
    }

    @Override
    public List<Head> headsAt(List<Long> sequences) {
        return sequences.stream().map(heads::get).flatMap(Stream::ofNullable).toList();
    }

    @Override
    public long heads(long from, long to) {
        return from > to ? 0 : heads.subMap(from, true, to, true).size();
    }

    @Override
    public List<Seal> seals(long from, long to) {
        return seals.subMap(from, true, to, true).values().stream()
                .map(seal -> new Seal(seal.sequence(), item(seal.item().decisionId()), seal.hash()))
                .toList();
    }

    @Override
    public Tail tail() {
        return new Tail(unsealed.size(), 0);
    }

    @Override
    public List<LogItem> strangers(int limit) {
        return rows.keySet().stream()
                .filter(id -> !unsealed.contains(id))
                .filter(id -> seals.values().stream().noneMatch(seal -> seal.item().decisionId().equals(id)))
                .map(id -> new LogItem(id, null, null))
                .toList();
    }

    @Override
    public List<Finding> strayOffers(int limit) {
        return List.of();
    }

    @Override
    public List<Finding> flawedErasures(int limit) {
        return List.of();
    }

    @Override
    public List<Finding> strayCopies(int limit) {
        return List.of();
    }
}
