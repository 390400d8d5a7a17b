package io.crosswise.evidence;

import io.crosswise.evidence.Finding.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Verifies the decision log against its chain and the chain against the heads kept outside; reads as it goes, whatever the size. */
public class VerifyLog {
    private static final int HEADS_PER_READ = 500;
    private static final double LONGEST_TAIL_SECONDS = 60;
    private final Chain chain;
    private final Anchors anchors;
    private final SealingKeys keys;
    private final Clock clock;

    public VerifyLog(Chain chain, Anchors anchors, SealingKeys keys, Clock clock) {
        this.chain = chain;
        this.anchors = anchors;
        this.keys = keys;
        this.clock = clock;
    }

    /** Everything: each row, each link, rows outside of the chain, offers beside their events, and the heads kept outside. */
    public Verification whole() {
        return verify(1, Long.MAX_VALUE, true);
    }

    /**
     * The runs of the sealer that touch the sequences given, inclusive, so that a long verification can be made in parts. What only
     * the whole log can tell is left out.
     *
     * @throws NothingSealed when the log ends before: a part nobody has looked at is not intact
     */
    public Verification part(long from, long to) {
        long end = end();
        if (from > end) {
            throw NothingSealed.from(from, end);
        }
        return verify(Math.max(from, 1), to, false);
    }

    /** The last rows, as many as a start can wait for. */
    public Verification last(long rows) {
        return verify(Math.max(end() - rows + 1, 1), Long.MAX_VALUE, false);
    }

    private long end() {
        return chain.lastHead().map(Head::last).orElse(0L);
    }

    private Verification verify(long from, long to, boolean whole) {
        Instant begun = clock.instant();
        Findings findings = new Findings();
        Tail tail = chain.tail();
        if (tail.oldestSeconds() > LONGEST_TAIL_SECONDS) {
            findings.add(new Finding(
                    Kind.UNSEALED, null, null, null, "%d rows wait, the oldest for %.0f s".formatted(tail.rows(), tail.oldestSeconds())));
        }
        long end = end();
        Walked walked = walk(from, Math.min(to, end), findings);
        Long anchored = null;
        if (whole) {
            anchored = new CheckAnchors(chain, findings).check(anchors, end, begun);
            findings.addAll(chain.strangers(Findings.KEPT).stream()
                    .map(item -> new Finding(
                            Kind.INSERTED, item.decisionId(), item.eventId(), null, "The row is neither sealed nor waiting to be"))
                    .toList());
            findings.addAll(chain.strayOffers(Findings.KEPT));
            findings.addAll(chain.flawedErasures(Findings.KEPT));
            findings.addAll(chain.strayCopies(Findings.KEPT));
        } else {
            anchors.last().filter(this::isLost).ifPresent(kept -> findings.add(new Finding(
                    Kind.TRUNCATED,
                    null,
                    null,
                    end + 1,
                    "The chain ends at %d; the head kept outside that closes at %d is not in it".formatted(end, kept.last()))));
        }
        Instant done = clock.instant();
        return new Verification(
                findings.total() == 0,
                whole,
                end,
                walked.from,
                walked.to,
                walked.heads,
                anchored,
                tail,
                findings.kept(),
                findings.total(),
                done,
                Duration.between(begun, done).toMillis() / 1_000.0);
    }

    private boolean isLost(Head kept) {
        return chain.headsAt(List.of(kept.last())).stream().noneMatch(head -> Arrays.equals(head.hash(), kept.hash()));
    }

    private Walked walk(long from, long to, Findings findings) {
        List<Head> heads = chain.headsFrom(from, HEADS_PER_READ);
        if (heads.isEmpty() || heads.get(0).first() > to) {
            return new Walked(0, 0, 0);
        }
        long begin = heads.get(0).first();
        long count = 0;
        long reached = begin - 1;
        Optional<Head> before = chain.headBefore(begin);
        WalkChain walk = new WalkChain(before.orElse(null), findings);
        SealReader seals = new SealReader(chain, begin, Math.max(to, heads.get(heads.size() - 1).last()));
        while (!heads.isEmpty()) {
            for (Head head : heads) {
                if (head.first() > to) {
                    return new Walked(begin, reached, count);
                }
                walk(walk, head, seals);
                count++;
                reached = head.last();
            }
            heads = chain.headsFrom(reached + 1, HEADS_PER_READ);
        }
        return new Walked(begin, reached, count);
    }

    private void walk(WalkChain walk, Head head, SealReader seals) {
        Optional<SealingKey> key = keys.find(head.keyId());
        key.ifPresentOrElse(known -> walk.open(head, known), () -> walk.pass(head));
        for (Seal seal = seals.next(head.last()); seal != null; seal = seals.next(head.last())) {
            if (key.isPresent()) {
                walk.step(seal);
            }
        }
        if (key.isPresent()) {
            walk.close(head);
        }
    }

    private record Walked(long from, long to, long heads) {}
}
