package io.crosswise.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds what was committed since the last run to the chain and keeps the new heads outside the database. Decisions never wait for
 * it: they only leave their rows in the queue it reads.
 */
public class SealLog {
    private static final Logger LOG = LoggerFactory.getLogger(SealLog.class);
    private static final int HEADS_PER_READ = 500;
    private final Chain chain;
    private final Anchors anchors;
    private final SealingKeys keys;
    private final Clock clock;
    private final int batch;

    /** @param batch most rows of one run, so that its transaction stays short */
    public SealLog(Chain chain, Anchors anchors, SealingKeys keys, Clock clock, int batch) {
        this.chain = chain;
        this.anchors = anchors;
        this.keys = keys;
        this.clock = clock;
        this.batch = batch;
    }

    /** @return rows that were sealed; 0 also when another node seals at the moment */
    public long seal() {
        long sealed = 0;
        while (true) {
            Optional<SealedRun> run = chain.extend(batch, this::run);
            anchor(run.map(SealedRun::head));
            int rows = run.map(added -> added.seals().size()).orElse(0);
            sealed += rows;
            if (rows < batch) {
                return sealed;
            }
        }
    }

    private SealedRun run(Head before, long first, List<LogItem> items) {
        ChainHash hash = new ChainHash(keys.current());
        byte[] previous = before == null ? ChainHash.GENESIS : before.hash();
        List<Seal> seals = new ArrayList<>(items.size());
        for (LogItem item : items) {
            long sequence = first + seals.size();
            previous = hash.link(previous, sequence, item);
            seals.add(new Seal(sequence, item, previous));
        }
        long last = first + seals.size() - 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new SealedRun(seals, new Head(first, last, now, keys.current().id(), hash.head(previous, first, last, now)));
    }

    /** Also heads that another node sealed, or that were committed before a crash. */
    private void anchor(Optional<Head> sealed) {
        Optional<Head> last = chain.lastHead();
        Optional<Head> kept = anchors.last();
        if (last.isPresent() && kept.isEmpty()) {
            begin(last.get());
            return;
        }
        last.ifPresent(end -> keepFrom(kept.get().last() + 1, end));
        sealed.filter(head -> kept.isPresent() && head.last() <= kept.get().last()).ifPresent(this::keepBesideOthers);
    }

    /** At the beginning of the chain, later beside it, or again after what was kept is gone. */
    private void begin(Head end) {
        if (!anchors.isNew() || end.first() == 1) {
            keep(end);
        } else if (anchors.joined().isPresent()) {
            keepFrom(anchors.joined().get(), end);
        } else {
            LOG.warn("{} holds no heads yet and begins at {}; what was sealed before can only be compared with the heads that other nodes"
                    + " keep", anchors.place(), end.last());
            anchors.join(end);
        }
    }

    private void keepFrom(long sequence, Head end) {
        for (long from = sequence; from <= end.last(); ) {
            List<Head> missing = chain.headsFrom(from, HEADS_PER_READ);
            missing.forEach(this::keep);
            from = missing.isEmpty() ? end.last() + 1 : missing.get(missing.size() - 1).last() + 1;
        }
    }

    private void keep(Head head) {
        anchors.append(head);
        LOG.info("Decision log sealed up to {}, head {}", head.last(), Hex.of(head.hash()));
    }

    /** The database has fewer rows than were sealed before: it was cut, or an old copy was put in its place. */
    private void keepBesideOthers(Head head) {
        LOG.error("The decision log ends before a head that was kept outside: it was cut or replaced. See {}", anchors.place());
        keep(head);
    }
}
