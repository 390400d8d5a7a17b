package io.crosswise.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Heads of the chain, kept outside the database; only ever added to. */
public interface Anchors {
    /** Is on disk when this returns. */
    void append(Head head);

    /** The one with the highest sequence. */
    Optional<Head> last();

    /** All in the order they were written, a limited number at a time; a line that cannot be read is reported by its number. */
    void read(int atATime, Consumer<List<Head>> heads, Consumer<Long> unreadable);

    /** Where a person finds them. */
    String place();
}
