package io.crosswise.evidence;

import io.crosswise.evidence.Finding.Kind;
import java.util.Arrays;

/**
 * Walks along the chain link by link and says where a row, or the chain itself, is not as it was sealed. After a link that does not
 * hold it goes on with the hash that is stored, so that one change is one finding.
 */
final class WalkChain {
    private final Findings findings;
    private ChainHash hash;
    /** Stored hash the next link builds on; null after a gap, when it cannot be known. */
    private byte[] previous;
    /** What the previous hash should have been, when it is another than the stored one. */
    private byte[] instead;
    /** The change the previous link told of; the next link says whether the row or the link was changed. */
    private Seal doubtful;

    private long next;

    /** @param before the head that closed before the walk begins, null at the beginning of the chain */
    WalkChain(Head before, Findings findings) {
        this.findings = findings;
        this.previous = before == null ? ChainHash.GENESIS : before.hash();
        this.next = before == null ? 1 : before.last() + 1;
    }

    void open(Head run, SealingKey key) {
        hash = new ChainHash(key);
        if (run.first() > next) {
            gap(run.first());
        }
    }

    void close(Head run) {
        if (next <= run.last()) {
            gap(run.last() + 1);
        }
        if (previous != null) {
            byte[] expected = hash.head(previous, run.first(), run.last(), run.sealedAt());
            if (Arrays.equals(expected, run.hash())) {
                confirm();
            } else if (holdsInstead(hash.head(instead == null ? previous : instead, run.first(), run.last(), run.sealedAt()), run.hash())) {
                blameChain();
            } else {
                confirm();
                findings.add(new Finding(Kind.CHAIN_BROKEN, null, null, run.last(), "The head after this link was changed"));
                follow(run.hash(), expected, run.last() + 1);
                return;
            }
        }
        follow(run.hash(), null, run.last() + 1);
    }

    /** Passes over a run whose key is not known. */
    void pass(Head run) {
        findings.add(new Finding(
                Kind.UNKNOWN_KEY,
                null,
                null,
                run.first(),
                "Rows %d to %d were sealed with key %s, which is not configured here".formatted(run.first(), run.last(), run.keyId())));
        confirm();
        follow(run.hash(), null, run.last() + 1);
    }

    void step(Seal seal) {
        if (seal.sequence() > next) {
            gap(seal.sequence());
        }
        LogItem item = seal.item();
        if (item.content() == null) {
            confirm();
            findings.add(finding(Kind.DELETED, seal, "The row is gone"));
            follow(seal.hash(), null, seal.sequence() + 1);
            return;
        }
        if (previous == null) {
            follow(seal.hash(), null, seal.sequence() + 1);
            return;
        }
        byte[] expected = hash.link(previous, seal.sequence(), item);
        if (Arrays.equals(expected, seal.hash())) {
            confirm();
            follow(seal.hash(), null, seal.sequence() + 1);
        } else if (instead != null && holdsInstead(hash.link(instead, seal.sequence(), item), seal.hash())) {
            blameChain();
            follow(seal.hash(), null, seal.sequence() + 1);
        } else {
            confirm();
            doubtful = seal;
            follow(seal.hash(), expected, seal.sequence() + 1);
        }
    }

    private boolean holdsInstead(byte[] expected, byte[] stored) {
        return instead != null && Arrays.equals(expected, stored);
    }

    /** The row that was in doubt is the one that was changed. */
    private void confirm() {
        if (doubtful != null) {
            findings.add(finding(Kind.CHANGED, doubtful, "The row says something else than when it was sealed"));
            doubtful = null;
        }
    }

    /** The row that was in doubt is as it was; its link was changed. */
    private void blameChain() {
        if (doubtful != null) {
            findings.add(finding(Kind.CHAIN_BROKEN, doubtful, "The link was changed; the row is as it was sealed"));
            doubtful = null;
        }
    }

    private void gap(long until) {
        confirm();
        findings.add(new Finding(
                Kind.CHAIN_BROKEN,
                null,
                null,
                next,
                "Links %d to %d are gone; the one after them cannot be verified".formatted(next, until - 1)));
        previous = null;
        instead = null;
        next = until;
    }

    private void follow(byte[] stored, byte[] expected, long sequence) {
        previous = stored;
        instead = expected;
        next = sequence;
    }

    private static Finding finding(Kind kind, Seal seal, String detail) {
        return new Finding(kind, seal.item().decisionId(), seal.item().eventId(), seal.sequence(), detail);
    }
}
