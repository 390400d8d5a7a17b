package io.crosswise.replay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on runs in the background: those just begun, and those an earlier process or another node left behind. */
public class ReplayWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);
    private static final long SECONDS_BETWEEN_LOOKS = 5;
    private static final long SECONDS_TO_STOP = 15;

    private final ReplayMany replayMany;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "replay-worker"));
    private volatile boolean stopping;

    public ReplayWorker(ReplayMany replayMany) {
        this.replayMany = replayMany;
        thread.scheduleWithFixedDelay(this::work, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** Looks at once. */
    public void wake() {
        thread.execute(this::work);
    }

    private void work() {
        try {
            replayMany.replay(() -> stopping);
        } catch (RuntimeException e) {
            LOG.error("Replays cannot be worked on; this is tried again. {}", e.getMessage());
        }
    }

    /** The part that is under way is finished; the rest is done after the next start. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }
}
