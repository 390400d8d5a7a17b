package io.crosswise.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Loads several models side by side. */
public class LoadModels {
    private final LoadModel loadModel;

    public LoadModels(LoadModel loadModel) {
        this.loadModel = loadModel;
    }

    /**
     * In the order given; on threads of its own: those of the common pool do not see the classes inside an executable jar, which
     * the parser needs.
     *
     * @throws UnusableModel of the first file that is refused
     */
    public List<ScoringModel> load(Collection<ModelFile> files) {
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<ScoringModel>> loads = new ArrayList<>();
            files.forEach(file -> loads.add(() -> loadModel.load(file)));
            List<ScoringModel> models = new ArrayList<>();
            for (Future<ScoringModel> model : threads.invokeAll(loads)) {
                models.add(model.get());
            }
            return models;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnusableModel refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the models were loaded", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
