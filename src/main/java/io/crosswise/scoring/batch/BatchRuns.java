package io.crosswise.scoring.batch;

import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs over the base and what they found. */
public interface BatchRuns {
    /** Empty when one is running already. @param models version by name */
    Optional<BatchRun> begin(Map<String, String> models, long customers, String by, Instant at);

    /** The run that is to be worked on. */
    Optional<BatchRun> running();

    Optional<BatchRun> find(String runId);

    /** Newest first. */
    Page<BatchRun> list(int page, int size);

    /** Puts the latest scores of these customers in place of earlier ones, all or none. */
    void store(List<ScoredCustomer> customers, Instant at);

    /** Everything up to the last customer is stored. */
    void progress(String runId, CustomerId last, long done, long refused, long busyMillis);

    void finish(String runId, Instant at);

    void fail(String runId, String failure, Instant at);

    /** Works unless another node does; false when it does. */
    boolean alone(Runnable work);
}
