package io.crosswise.evidence;

import java.util.List;
import java.util.Optional;

/** The chain in the database, and the rows it seals. */
public interface Chain {
    /**
     * Takes unsealed rows in an order of its own and adds what is made of them, in one transaction that only one sealer in the
     * whole cluster can have.
     *
     * @return empty when somebody else seals at the moment, or nothing is to be sealed
     */
    Optional<SealedRun> extend(int limit, Sealing sealing);

    Optional<Head> lastHead();

    /** The head that closed before the sequence given; empty at the beginning. */
    Optional<Head> headBefore(long sequence);

    /** Heads that close at {@code sequence} or later, in order. */
    List<Head> headsFrom(long sequence, int limit);

    /** Heads that close at exactly these sequences, in order. */
    List<Head> headsAt(List<Long> sequences);

    /** Number of heads that close between the sequences given, inclusive. */
    long heads(long from, long to);

    /** Links between the sequences given, inclusive, in order. */
    List<Seal> seals(long from, long to);

    Tail tail();

    /** Rows that are neither sealed nor waiting to be, at most {@code limit}; their content is left out. */
    List<LogItem> strangers(int limit);

    /** Decisions whose offer is gone or does not stand as decision and events say, with what differs, at most {@code limit}. */
    List<Finding> strayOffers(int limit);

    /** Decisions that are erased by half: a mark of it is missing, or something of the person is there; at most {@code limit}. */
    List<Finding> flawedErasures(int limit);

    /** Decisions of which copies for reports say something else than the record, at most {@code limit}. */
    List<Finding> strayCopies(int limit);

    /** Makes links out of rows. */
    interface Sealing {
        /** @param before the last head, null at the very beginning @param first sequence of the first new link */
        SealedRun seal(Head before, long first, List<LogItem> items);
    }
}
