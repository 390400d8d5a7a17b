package io.crosswise.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.family.TrainFamily;
import io.crosswise.learning.files.FileTrainedModels;
import io.crosswise.learning.xgboost.XgboostBoosting;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires training, for the application and for commands that run without it. */
@Configuration(proxyBeanMethods = false)
public class LearningConfiguration {
    @Bean
    public TrainModel trainModel() {
        return new TrainModel(new XgboostBoosting());
    }

    /** Trains the product's models on a history. */
    public static TrainFromHistory familyOf(TrainingHistory history) {
        return new TrainFamily(history, new XgboostBoosting());
    }

    /** A folder that holds a file and a report per model. */
    public static TrainedModels modelsIn(Path folder) {
        return new FileTrainedModels(folder, new ObjectMapper());
    }
}
