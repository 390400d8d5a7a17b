package io.crosswise.scoring.batch;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.shared.CustomerId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out the customers part by part to several threads and notes how far the run has come: as far as no part before is missing, so
 * that nothing is left out when it is stopped.
 */
class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final long MILLIS_BETWEEN_LINES = 5_000;

    private final Customers customers;
    private final BatchRuns runs;
    private final int size;
    private final long began = System.nanoTime();
    private final long busyBefore;
    private final SortedMap<Integer, Ended> ended = new TreeMap<>();
    private CustomerId handedOut;
    private int next;
    private int missing;
    private BatchRun state;
    private long lineAt;

    Parts(Customers customers, BatchRuns runs, BatchRun run, int size) {
        this.customers = customers;
        this.runs = runs;
        this.size = size;
        this.state = run;
        this.handedOut = run.last();
        this.busyBefore = run.busyMillis();
    }

    record Part(int number, List<CustomerProfile> customers) {}

    private record Ended(CustomerId last, int customers, int refused) {}

    /** Empty at the end of the base. */
    synchronized Part next() {
        List<CustomerProfile> part = customers.inOrder(handedOut, size);
        if (!part.isEmpty()) {
            handedOut = part.get(part.size() - 1).id();
        }
        return new Part(next++, part);
    }

    /** The scores of the part are stored. */
    synchronized void done(Part part, int refused) {
        CustomerId last = part.customers().get(part.customers().size() - 1).id();
        ended.put(part.number(), new Ended(last, part.customers().size(), refused));
        boolean moved = false;
        while (!ended.isEmpty() && ended.firstKey() == missing) {
            Ended first = ended.remove(missing++);
            state = state.with(
                    first.last(), state.done() + first.customers(), state.refused() + first.refused(), busyMillis());
            moved = true;
        }
        if (moved) {
            runs.progress(state.runId(), state.last(), state.done(), state.refused(), state.busyMillis());
            line();
        }
    }

    synchronized BatchRun state() {
        return state;
    }

    private long busyMillis() {
        return busyBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private void line() {
        if (state.busyMillis() - lineAt >= MILLIS_BETWEEN_LINES) {
            lineAt = state.busyMillis();
            LOG.info("Scoring the base: {} of {} customers, {} customers/s", state.done(), state.customers(), state.customersPerSecond());
        }
    }
}
