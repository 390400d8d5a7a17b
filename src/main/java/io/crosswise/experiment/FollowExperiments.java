package io.crosswise.experiment;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether another node has changed an experiment. */
class FollowExperiments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowExperiments.class);

    private final ExperimentsInForce inForce;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread follower = new Thread(work, "experiments");
        follower.setDaemon(true);
        return follower;
    });
    private boolean failing;

    FollowExperiments(ExperimentsInForce inForce, Duration every) {
        this.inForce = inForce;
        thread.scheduleWithFixedDelay(this::follow, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says once that it fails and goes on with what it has. */
    private void follow() {
        try {
            if (inForce.isBehind()) {
                inForce.refresh();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The experiments cannot be followed; those in force stay. {}", e.getMessage());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
