package io.crosswise.attribution;

import java.time.Instant;
import java.util.function.Consumer;

/** The sales as committed so far, with the touches before them. */
public interface Sales {
    /** One after the other, oldest first. @param from inclusive, null is all @param to exclusive, null is all */
    void forEach(Instant from, Instant to, Consumer<Sale> consumer);
}
