package io.crosswise.scoring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether another node has changed the registry, on a thread of its own so that nothing holds it up. */
class FollowRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowRegistry.class);

    private final ModelRegistry registry;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread follower = new Thread(work, "model-registry");
        follower.setDaemon(true);
        return follower;
    });
    private boolean failing;

    FollowRegistry(ModelRegistry registry, Duration every) {
        this.registry = registry;
        thread.scheduleWithFixedDelay(this::follow, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says once that it fails and goes on with the models it has. */
    private void follow() {
        try {
            if (registry.isBehind()) {
                registry.refresh();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The model registry cannot be followed; the models in use stay. {}", e.getMessage());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
