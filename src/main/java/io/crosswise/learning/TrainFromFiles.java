package io.crosswise.learning;

import io.crosswise.learning.csv.CsvTables;
import io.crosswise.learning.files.SpecFile;
import io.crosswise.learning.xgboost.XgboostBoosting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Trains a model on CSV files without the application and writes it and its report to a folder:
 * {@code mvn -q compile exec:java@train -Dexec.args="spec.yaml folder file.csv…"}.
 */
public final class TrainFromFiles {
    private TrainFromFiles() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("Usage: mvn -q compile exec:java@train -Dexec.args=\"spec.yaml folder file.csv [file.csv…]\"");
            throw new IllegalArgumentException("A spec, a folder for the result and at least one file are needed");
        }
        try {
            TrainedModel model = train(Path.of(args[0]), files(args));
            LearningConfiguration.modelsIn(Path.of(args[1])).save(model);
            print(model.report());
        } catch (TrainingRefused e) {
            e.gates().forEach(TrainFromFiles::print);
        } catch (TrainingImpossible e) {
            System.out.println(e.getMessage());
        }
    }

    private static TrainedModel train(Path specFile, List<TrainingFile> files) throws IOException {
        TrainingSpec spec = SpecFile.read(Files.readAllBytes(specFile));
        if (spec.model() == null) {
            throw new TrainingImpossible("The spec names no model: model: …");
        }
        Judging judging = Judging.standard()
                .withFairnessLimits(spec.fairness() == null ? LearningSettings.FOUR_FIFTHS : spec.fairness())
                .accepting(spec.acceptedLeaks());
        return new TrainModel(new XgboostBoosting()).train(spec, CsvTables.join(spec, files), judging);
    }

    private static List<TrainingFile> files(String[] args) throws IOException {
        List<TrainingFile> files = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            Path file = Path.of(args[i]);
            files.add(new TrainingFile(file.getFileName().toString(), Files.readAllBytes(file)));
        }
        return files;
    }

    private static void print(ModelReport report) {
        System.out.println(report.model() + " " + report.version() + ", " + report.method() + "; " + report.split());
        report.metrics().forEach((name, value) -> System.out.printf(
                Locale.ROOT, "  %-22s %s%n", name, value instanceof Double number ? "%.4f".formatted(number) : value));
        report.gates().forEach(TrainFromFiles::print);
    }

    private static void print(Gate gate) {
        System.out.println((gate.passed() ? "  passed  " : "  STOPPED ") + gate.name() + ": " + gate.text());
    }
}
