package io.crosswise.channel;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Touches in memory. */
public final class MemoryTouches implements Touches {
    private final Map<String, Touch> touches = new LinkedHashMap<>();

    @Override
    public Optional<Touch> find(DecisionId decision, ChannelCode channel) {
        return touches.values().stream()
                .filter(touch -> touch.decisionId().equals(decision) && touch.channel() == channel)
                .findFirst();
    }

    @Override
    public void record(Touch touch) {
        touches.putIfAbsent(touch.idempotencyKey(), touch);
    }

    @Override
    public boolean claim(Touch touch) {
        return touches.putIfAbsent(touch.idempotencyKey(), touch) == null;
    }

    @Override
    public void settle(Touch touch, Touch.State state, Instant at, String detail) {
        touches.put(
                touch.idempotencyKey(),
                new Touch(
                                touch.decisionId(), touch.customerId(), touch.channel(), state, touch.idempotencyKey(), at,
                                state == Touch.State.SENT ? at : null, detail)
                        .about(touch.offer()));
    }

    @Override
    public void release(Touch touch) {
        touches.remove(touch.idempotencyKey());
    }
}
