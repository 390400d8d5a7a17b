package io.crosswise.scoring.pmml;

import io.crosswise.scoring.LoadModel;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ScoringModel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads PMML files with JPMML. What can be compiled scores from flat arrays as soon as it is known to agree with JPMML: at once when
 * the build proved it, else after a check on a thread of its own that leaves half of the time to others.
 */
public class JpmmlModels implements LoadModel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JpmmlModels.class);

    private final Slots slots = new Slots();
    private final Agreements agreements;
    private final ThreadPoolExecutor checks;

    public JpmmlModels() {
        this(Agreements.packaged());
    }

    JpmmlModels(Agreements agreements) {
        this.agreements = agreements;
        PmmlParser.prepare();
        checks = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "model-agreement");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        checks.allowCoreThreadTimeOut(true);
    }

    @Override
    public ScoringModel load(ModelFile file) {
        PmmlModel model = new PmmlModelFile(file).load();
        try {
            CompiledModel compiled = model.compile(slots);
            if (agreements.remember(model.sha256())) {
                model.use(compiled);
            } else {
                checks.execute(() -> check(model, compiled));
            }
        } catch (NotCompilable e) {
            LOG.info("Model {} {} is evaluated by JPMML: {}", model.name(), model.version(), e.getMessage());
        } catch (StackOverflowError e) {
            LOG.info("Model {} {} is evaluated by JPMML: its trees are too deep", model.name(), model.version());
        } catch (RejectedExecutionException e) {
            LOG.debug("Model {} {} was loaded while the product stops", model.name(), model.version());
        }
        return model;
    }

    private void check(PmmlModel model, CompiledModel compiled) {
        if (checks.isShutdown()) {
            return;
        }
        double difference;
        try {
            difference = model.agreement(compiled).check(new Breath());
        } catch (CancellationException e) {
            return;
        }
        if (difference <= Agreement.TOLERANCE) {
            model.use(compiled);
            LOG.debug("Model {} {} is compiled, largest difference {}", model.name(), model.version(), difference);
        } else {
            LOG.warn("Model {} {} stays with JPMML: compiled, it answers otherwise", model.name(), model.version());
        }
    }

    /** Until every check begun so far has ended. */
    void awaitChecks() throws InterruptedException {
        try {
            checks.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }

    /** Rests as long as the work since the last rest took. */
    private static final class Breath implements Runnable {
        private long rested = System.nanoTime();

        @Override
        public void run() {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The check was stopped");
            }
            LockSupport.parkNanos(System.nanoTime() - rested);
            rested = System.nanoTime();
        }
    }
}
