package io.crosswise.experiment;

import java.util.Set;

/** The ways a message can be worded. */
public interface MessageVariants {
    Set<String> names();
}
