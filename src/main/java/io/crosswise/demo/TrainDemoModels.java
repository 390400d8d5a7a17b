package io.crosswise.demo;

import io.crosswise.learning.LearningConfiguration;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainedModels;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Trains the demo's models on its past campaigns and writes them to a folder, {@code pmml-models} unless named:
 * {@code mvn -q compile exec:java -Dexec.mainClass=io.crosswise.demo.TrainDemoModels [-Dexec.args=folder]}.
 */
public final class TrainDemoModels {
    /** Any day would do; a fixed one gives the same files on every day. */
    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 21);

    private static final int FEW_BUYERS = 500;

    private TrainDemoModels() {}

    public static void main(String[] args) {
        TrainedModels models = LearningConfiguration.modelsIn(Path.of(args.length == 0 ? "pmml-models" : args[0]));
        TrainModel trainModel = new LearningConfiguration().trainModel();
        for (TrainingSet set : DemoTrainingSets.of(DemoMarket.standard(ANCHOR))) {
            boolean few = set.positives() < FEW_BUYERS;
            TrainedModel model = trainModel.train(set, few ? TrainingSettings.cautious() : TrainingSettings.standard());
            models.save(model);
            System.out.println(model.report().model() + " " + model.report().metrics());
        }
    }
}
