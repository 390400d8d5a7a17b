package io.crosswise.scoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.LoadModel;
import io.crosswise.scoring.LoadModels;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelRegistry;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.MoveVersion;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.RegisterModel;
import io.crosswise.scoring.RegisterPackaged;
import io.crosswise.scoring.TimeLimit;
import io.crosswise.scoring.TryModel;
import io.crosswise.testing.AnsweringModels.Answer;
import io.crosswise.testing.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database; a model file is the words {@code <version> <answer>}. */
class TwoNodesIT {
    private static final Map<String, String> NO_REPORT = Map.of("NO_REPORT", "Tried by hand");
    private final Database database = new Database();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void bothOpenAtOnceOnAnEmptyDatabaseAndAgree() throws Exception {
        List<Callable<Node>> starts = List.of(() -> new Node(), () -> new Node());
        List<Node> nodes = new ArrayList<>();
        for (Future<Node> node : threads.invokeAll(starts)) {
            nodes.add(node.get());
        }

        assertThat(database.count("scoring.model_version")).isEqualTo(2);
        assertThat(database.count("scoring.model_event")).isEqualTo(4);
        assertThat(nodes.get(0).score("churn")).isEqualTo(nodes.get(1).score("churn")).isEqualTo(0.1);
    }

    @Test
    void theSecondFollowsWhatTheFirstPromotes() {
        Node first = new Node();
        Node second = new Node();
        first.register.register(file("churn", "2 0.2"), "uploaded", "scientist", null);
        first.promote.promote("churn", "2", "Better", NO_REPORT, "scientist");

        assertThat(first.score("churn")).isEqualTo(0.2);
        assertThat(second.score("churn")).as("before it looks").isEqualTo(0.1);
        assertThat(second.registry.isBehind()).isTrue();
        second.registry.refresh();
        assertThat(second.score("churn")).isEqualTo(0.2);
        assertThat(second.registry.isBehind()).isFalse();
    }

    @Test
    void whoScoresMeanwhileAlwaysSeesOneWholeSet() throws Exception {
        Node node = new Node();
        node.register.register(file("churn", "2 0.2"), "uploaded", "scientist", null);
        List<Callable<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(() -> {
                for (int round = 0; round < 200_000; round++) {
                    ModelSet set = node.registry.inUse();
                    String version = set.model("churn").version();
                    double score = set.score("churn", FeatureRow.of(Map.of())).value();
                    if (score != (version.equals("1") ? 0.1 : 0.2) || !set.has("propensity-tv")) {
                        return false;
                    }
                }
                return true;
            });
        }
        readers.add(() -> {
            for (int round = 0; round < 20; round++) {
                node.promote.promote("churn", round % 2 == 0 ? "2" : "1", "Round " + round, NO_REPORT, "scientist");
            }
            return true;
        });
        for (Future<Boolean> done : threads.invokeAll(readers)) {
            assertThat(done.get()).isTrue();
        }
    }

    private static ModelFile file(String name, String words) {
        return new ModelFile(name, words.getBytes(StandardCharsets.UTF_8), FieldMapping.NONE, null);
    }

    private class Node {
        final JdbcModelVersions versions = new JdbcModelVersions(database.jdbc, database.transactions, new ObjectMapper());
        final LoadModel load = file -> {
            String[] words = new String(file.pmml(), StandardCharsets.UTF_8).split(" ");
            return new Answer(words[0], row -> Double.parseDouble(words[1]));
        };
        final LoadModels loads = new LoadModels(load);
        final ModelRegistry registry = new ModelRegistry(versions, loads);
        final MoveVersion moves = new MoveVersion(versions, Clock.systemUTC());
        final RegisterModel register = new RegisterModel(
                versions, new TryModel(load), new TimeLimit(Duration.ofSeconds(5)), Clock.systemUTC());
        final PromoteModel promote = new PromoteModel(versions, registry, moves);

        Node() {
            registry.open(new RegisterPackaged(
                    () -> List.of(file("churn", "1 0.1"), file("propensity-tv", "1 0.3")), loads, versions, register, moves));
        }

        double score(String model) {
            return registry.inUse().score(model, FeatureRow.of(Map.of())).value();
        }
    }
}
