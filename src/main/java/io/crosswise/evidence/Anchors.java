package io.crosswise.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Heads of the chain, kept outside the database; only ever added to. */
public interface Anchors {
    /** Is on disk when this returns. */
    void append(Head head);

    /** Begins with this head, as one that came later to a chain that had begun; from then on no head may be missing. */
    void join(Head head);

    /** Where the head closes with which it was begun; empty when it was begun with the chain. */
    Optional<Long> joined();

    /** The one with the highest sequence; empty also when what was kept is gone. */
    Optional<Head> last();

    /** Whether heads were kept before. */
    boolean isNew();

    /** All in the order they were written, a limited number at a time; a line that cannot be read is reported by its number. */
    void read(int atATime, Consumer<List<Head>> heads, Consumer<Long> unreadable);

    /** Where a person finds them. */
    String place();
}
