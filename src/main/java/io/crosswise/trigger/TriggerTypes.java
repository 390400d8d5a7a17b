package io.crosswise.trigger;

import java.util.List;
import java.util.Optional;

/** The trigger types that have a process now. */
public interface TriggerTypes {
    Optional<TriggerType> find(String name);

    List<String> names();
}
