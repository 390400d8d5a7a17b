package io.crosswise.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key that seals now, and those that sealed before it and still verify. */
public final class SealingKeys {
    private final SealingKey current;
    private final Map<String, SealingKey> byId = new HashMap<>();

    public SealingKeys(SealingKey current, List<SealingKey> retired) {
        this.current = current;
        retired.forEach(key -> byId.put(key.id(), key));
        byId.put(current.id(), current);
    }

    public SealingKey current() {
        return current;
    }

    public Optional<SealingKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
