package io.crosswise.learning.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of trained models: {@code <name>.pmml} and beside it {@code <name>.report.json}; made when it is missing. */
public class FileTrainedModels implements TrainedModels {
    private final Path folder;
    private final ObjectMapper json;

    public FileTrainedModels(Path folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    @Override
    public void save(TrainedModel model) {
        String name = model.report().model();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".pmml"), model.pmml());
            String report = json.writeValueAsString(model.report()) + "\n";
            Files.writeString(folder.resolve(name + ".report.json"), report, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Model " + name + " cannot be written to " + folder, e);
        }
    }
}
