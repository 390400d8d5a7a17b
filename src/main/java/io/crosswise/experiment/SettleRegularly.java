package io.crosswise.experiment;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles units in the background; two nodes that do so at once keep each unit once. */
class SettleRegularly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettleRegularly.class);
    private final SettleUnits settleUnits;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread settler = new Thread(work, "experiment-units");
        settler.setDaemon(true);
        return settler;
    });

    SettleRegularly(SettleUnits settleUnits, Duration every) {
        this.settleUnits = settleUnits;
        thread.scheduleWithFixedDelay(this::settle, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void settle() {
        try {
            settleUnits.settle();
        } catch (RuntimeException e) {
            LOG.error("Units of experiments cannot be settled; this is tried again. {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
