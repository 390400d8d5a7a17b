package io.crosswise.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.testing.AnsweringModels.Answer;
import io.crosswise.testing.MemoryModelVersions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A registry whose model files are the words {@code <version> <answer>}; it counts what it loads. */
class RegistryFixture {
    static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    static final String SOUND = "{\"metrics\":{\"auc\":0.7},\"gates\":[{\"name\":\"CHANCE\",\"passed\":true,\"text\":\"\"}]}";

    final List<String> loads = new ArrayList<>();
    final ModelVersions versions;
    final LoadModels loadModels = new LoadModels(this::load);
    final ModelRegistry registry;
    final MoveVersion moves;
    final RegisterModel registerModel;
    final PromoteModel promoteModel;
    final ChallengeChampion challengeChampion;
    final RollBackModel rollBackModel;
    final RetireModel retireModel;

    RegistryFixture() {
        this(new MemoryModelVersions());
    }

    RegistryFixture(ModelVersions versions) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        this.versions = versions;
        registry = new ModelRegistry(versions, loadModels);
        moves = new MoveVersion(versions, clock);
        registerModel =
                new RegisterModel(versions, new TryModel(this::load), new TimeLimit(Duration.ofSeconds(30)), clock);
        promoteModel = new PromoteModel(versions, registry, moves);
        challengeChampion = new ChallengeChampion(versions, registry, promoteModel, moves);
        rollBackModel = new RollBackModel(versions, registry, moves);
        retireModel = new RetireModel(versions, moves);
    }

    /** Opens the registry with these files in the product. */
    RegistryFixture packaging(ModelFile... files) {
        registry.open(new RegisterPackaged(() -> List.of(files), loadModels, versions, registerModel, moves));
        return this;
    }

    Model register(String name, String content, String report) {
        return registerModel.register(file(name, content, report), "uploaded", "scientist", null);
    }

    ModelChange promote(String name, String version) {
        return promoteModel.promote(name, version, "It is better", Map.of(), "scientist");
    }

    double score(String name) {
        return registry.inUse().score(name, FeatureRow.of(Map.of())).value();
    }

    static ModelFile file(String name, String content, String report) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8), FieldMapping.NONE, json(report));
    }

    static JsonNode json(String text) {
        try {
            return text == null ? null : new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private synchronized ScoringModel load(ModelFile file) {
        String[] words = new String(file.pmml(), StandardCharsets.UTF_8).split(" ");
        loads.add(file.name() + " " + words[0]);
        if (words[0].equals("broken")) {
            throw UnusableModel.of(file.name(), "it is broken");
        }
        double answer = Double.parseDouble(words[1]);
        return new Answer(words[0], row -> {
            if (!Double.isFinite(answer)) {
                throw RefusedScore.of(file.name(), answer);
            }
            return answer;
        });
    }
}
