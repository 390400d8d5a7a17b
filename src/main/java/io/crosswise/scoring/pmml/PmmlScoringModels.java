package io.crosswise.scoring.pmml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ScoringModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The models of a set of PMML files, evaluated by JPMML; immutable once loaded, so safe for concurrent use. */
public class PmmlScoringModels implements ScoringModels {
    private static final String ENDING = ".pmml";

    private final SortedMap<String, PmmlModel> models = new TreeMap<>();

    /**
     * Loads, verifies and warms every file that matches. A file's name without ending is the model's name; the metrics are
     * those of {@code <name>.report.json} beside it.
     *
     * @param pattern Spring resource pattern, for example {@code classpath*:pmml-models/*.pmml}
     * @throws UnusableModel when any file is refused, or two files carry the same name
     */
    public PmmlScoringModels(String pattern, ResourcePatternResolver resources, ObjectMapper json) {
        try {
            load(resources.getResources(pattern), json);
        } catch (IOException e) {
            throw new UncheckedIOException("The models at " + pattern + " cannot be read", e);
        }
    }

    /** On threads of its own: those of the common pool do not see the classes inside an executable jar, which JAXB needs. */
    private void load(Resource[] files, ObjectMapper json) {
        PmmlModelFile.prepareParser();
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<PmmlModel>> loads = new ArrayList<>();
            for (Resource file : files) {
                loads.add(() -> read(file, json).load());
            }
            for (Future<PmmlModel> model : threads.invokeAll(loads)) {
                add(model.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnusableModel refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the models were loaded", e);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public List<Model> all() {
        return models.values().stream().map(PmmlModel::model).toList();
    }

    @Override
    public boolean has(String model) {
        return models.containsKey(model);
    }

    @Override
    public List<Score> score(List<String> names, Map<String, Double> features) {
        PreparedFeatures prepared = new PreparedFeatures(features);
        List<Score> scores = new ArrayList<>(names.size());
        for (String name : names) {
            PmmlModel model = models.get(name);
            if (model == null) {
                throw new IllegalArgumentException("No model " + name + "; there are " + models.keySet());
            }
            scores.add(new Score(name, model.model().version(), model.score(prepared)));
        }
        return scores;
    }

    private void add(PmmlModel model) {
        if (models.putIfAbsent(model.model().name(), model) != null) {
            throw UnusableModel.in(model.model().name() + ENDING, "another file carries the same model name");
        }
    }

    private static PmmlModelFile read(Resource file, ObjectMapper json) {
        String fileName = String.valueOf(file.getFilename());
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        try {
            Resource report = file.createRelative(name + ".report.json");
            return new PmmlModelFile(fileName, name, file.getContentAsByteArray(), metrics(report, json));
        } catch (IOException e) {
            throw UnusableModel.in(fileName, "the file or its report cannot be read", e);
        }
    }

    private static Map<String, Object> metrics(Resource report, ObjectMapper json) throws IOException {
        if (!report.exists()) {
            return Map.of();
        }
        JsonNode metrics = json.readTree(report.getContentAsByteArray()).path("metrics");
        Map<String, Object> values = new TreeMap<>();
        metrics.properties().forEach(entry -> values.put(entry.getKey(), json.convertValue(entry.getValue(), Object.class)));
        return values;
    }
}
