package io.crosswise.evidence.schedule;

import io.crosswise.evidence.Chain;
import io.crosswise.evidence.Finding;
import io.crosswise.evidence.LogHealth;
import io.crosswise.evidence.SealLog;
import io.crosswise.evidence.Verification;
import io.crosswise.evidence.VerifyLog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Seals every few seconds on a thread of its own, which no other scheduled work can hold up; after a start it first verifies the
 * last rows, and before a stop it seals what is left.
 */
public class SealRegularly implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealRegularly.class);
    private static final int LOGGED = 10;
    private final SealLog sealLog;
    private final VerifyLog verifyLog;
    private final Chain chain;
    private final LogHealth health;
    private final Duration interval;
    private final long verifiedAtStart;
    private ScheduledExecutorService thread;

    public SealRegularly(
            SealLog sealLog, VerifyLog verifyLog, Chain chain, LogHealth health, Duration interval, long verifiedAtStart) {
        this.sealLog = sealLog;
        this.verifyLog = verifyLog;
        this.chain = chain;
        this.health = health;
        this.interval = interval;
        this.verifiedAtStart = verifiedAtStart;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread sealer = new Thread(work, "decision-log-sealer");
            sealer.setDaemon(true);
            return sealer;
        });
        thread.execute(() -> safely(this::verifyEnd));
        thread.scheduleWithFixedDelay(() -> safely(this::seal), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The server and the engine have stopped before: nothing is written any more. */
    @Override
    public synchronized void stop() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(10, TimeUnit.SECONDS)) {
                safely(this::seal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Starts before the others and stops after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private void seal() {
        sealLog.seal();
        health.tail(chain.tail());
    }

    private void verifyEnd() {
        Verification end = verifyLog.last(verifiedAtStart);
        health.verified(end);
        if (end.intact()) {
            LOG.info("Decision log: the last {} of {} sealed rows are intact", end.from() == 0 ? 0 : end.to() - end.from() + 1, end.sealed());
        } else {
            LOG.error("Decision log: {} findings among the last rows; GET /api/v1/decision-log/verification lists all", end.findingsTotal());
            end.findings().stream().limit(LOGGED).map(Finding::toString).forEach(LOG::error);
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The decision log could not be sealed or verified; the next run tries again", e);
        }
    }
}
