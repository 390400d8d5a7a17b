package io.crosswise.demo;

import io.crosswise.learning.Judging;
import io.crosswise.learning.LearningConfiguration;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.TrainFromHistory;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trains the whole family on the demo's past and writes it to a folder, {@code pmml-models} unless named, and its figures to
 * {@code docs/models.md}:
 * {@code mvn -q compile exec:java -Dexec.mainClass=io.crosswise.demo.TrainDemoModels [-Dexec.args="folder model model…"]}.
 * A model that does not stand its gates is written to {@code target/refused-models} instead.
 */
public final class TrainDemoModels {
    static final String VERSION = "2.0";
    /** Any day would do; a fixed one gives the same files on every day. */
    static final LocalDate ANCHOR = LocalDate.of(2026, 11, 21);

    private static final int THREADS = 2;

    private TrainDemoModels() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        Path folder = Path.of(args.length == 0 ? "pmml-models" : args[0]);
        TrainFromHistory family = LearningConfiguration.familyOf(new DemoTrainingHistory(DemoMarket.standard(ANCHOR)));
        List<String> names = args.length < 2 ? family.models() : List.of(args).subList(1, args.length);
        List<ModelReport> reports = new ArrayList<>();
        Map<String, Throwable> untrained = new TreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Map<String, Future<TrainedModel>> training = new TreeMap<>();
            names.forEach(name -> training.put(name, threads.submit(() -> family.train(name, VERSION, Judging.standard()))));
            for (String name : names) {
                try {
                    TrainedModel model = training.get(name).get();
                    save(model, folder);
                    reports.add(model.report());
                    System.out.println(FamilyTable.row(model.report()));
                } catch (ExecutionException e) {
                    untrained.put(name, e.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        untrained.forEach((name, cause) -> System.out.println(name + " was not trained: " + cause));
        if (args.length == 0 && untrained.isEmpty()) {
            FamilyTable.write(Path.of("docs", "models.md"), reports);
        }
    }

    private static void save(TrainedModel model, Path folder) throws IOException {
        TrainedModels usable = LearningConfiguration.modelsIn(folder);
        if (model.report().promotable()) {
            usable.save(model);
        } else {
            LearningConfiguration.modelsIn(Path.of("target", "refused-models")).save(model);
            for (String ending : List.of(".pmml", ".report.json")) {
                Files.deleteIfExists(folder.resolve(model.report().model() + ending));
            }
        }
    }
}
