package io.crosswise.outcome;

import io.crosswise.outcome.ResponseResult.ParkedReason;
import io.crosswise.outcome.ResponseResult.State;
import io.crosswise.shared.Page;
import java.time.Instant;
import java.util.Optional;

/** Every response ever reported, one per source and id. */
public interface Responses {
    /** False when its source and id were taken before; waits for a transaction that is taking them now. */
    boolean take(StoredResponse response, Instant receivedAt);

    Optional<StoredResponse> find(String source, String id);

    void settle(ResponseEvent event, State state, ParkedReason reason);

    /** Newest first; a null state matches all. */
    Page<StoredResponse> list(State state, int page, int size);
}
