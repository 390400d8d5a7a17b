package io.crosswise.scoring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.Model.Challenge;
import io.crosswise.scoring.Model.Challenge.Mode;
import io.crosswise.scoring.ModelEvent;
import io.crosswise.scoring.ModelEvent.Action;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ReleaseGate;
import io.crosswise.testing.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class JdbcModelVersionsIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final String TV = "propensity-tv";
    private static final ReleaseGate GATE = new ReleaseGate("MISSING_VALUES", true, "It answers");

    private final ObjectMapper json = new ObjectMapper();
    private final Database database = new Database();
    private final JdbcModelVersions versions = new JdbcModelVersions(database.jdbc, database.transactions, json);

    @Test
    void keepsEverythingOfAVersion() throws Exception {
        FieldMapping mapping = new FieldMapping(Map.of("Tenure in Months", "tenure_months"), "p");
        ModelFile file = new ModelFile(TV, new byte[] {1, 2, 3}, mapping, json.readTree("{\"gates\":[]}"));
        Model model = model("1", ModelState.CANDIDATE, null);

        versions.exclusively(() -> add(model, file, "c1"));

        assertThat(versions.find(TV, "1")).contains(model);
        assertThat(versions.withContent(TV, "c1")).contains(model);
        assertThat(versions.withContent("churn", "c1")).isEmpty();
        ModelFile stored = versions.file(TV, "1").orElseThrow();
        assertThat(stored.pmml()).containsExactly(1, 2, 3);
        assertThat(stored.mapping()).isEqualTo(mapping);
        assertThat(stored.report()).isEqualTo(file.report());
        assertThat(versions.checks(TV, "1")).containsExactly(GATE);
        assertThat(versions.events(TV)).containsExactly(ModelEvent.registered(model));
    }

    @Test
    void movesAVersionAndRemembersWhoAndWhy() {
        register("1", ModelState.CANDIDATE);
        Model challenger = model("1", ModelState.CHALLENGER, new Challenge(Mode.SPLIT, 0.1));
        ModelEvent event = new ModelEvent(
                TV, "1", Action.CHALLENGED, ModelState.CHALLENGER, challenger.challenge(), NOW, "scientist", "Try it",
                Map.of("LEAK", "known at the time"));

        versions.exclusively(() -> move(challenger, event));

        assertThat(versions.in(Set.of(ModelState.CHALLENGER))).containsExactly(challenger);
        assertThat(versions.in(Set.of(ModelState.CANDIDATE, ModelState.CHAMPION))).isEmpty();
        assertThat(versions.events(TV)).last().isEqualTo(event);
    }

    @Test
    void aModelNeverHasTwoChampionsNorTheSameContentTwice() {
        register("1", ModelState.CHAMPION);
        assertThatThrownBy(() -> register("2", ModelState.CHAMPION)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> versions.exclusively(() -> add(model("3", ModelState.CANDIDATE, null), file(), "c1")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(versions.of(TV)).hasSize(1);
    }

    @Test
    void theLogIsOnlyEverAddedTo() {
        register("1", ModelState.CANDIDATE);
        assertThatThrownBy(() -> database.jdbc.sql("UPDATE scoring.model_event SET reason = 'other'").update())
                .hasMessageContaining("only ever added to");
    }

    @Test
    void tellsFollowersOnceTheChangeIsCommittedAndNotWhenItFailed() {
        List<Long> seen = new ArrayList<>();
        versions.whenChanged(() -> seen.add(database.count("scoring.model_version")));

        long before = versions.revision();
        database.transaction.executeWithoutResult(outer -> {
            register("1", ModelState.CANDIDATE);
            assertThat(seen).as("before the outer transaction commits").isEmpty();
        });
        assertThatThrownBy(() -> versions.exclusively(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).containsExactly(1L);
        assertThat(versions.revision()).isEqualTo(before + 1);
    }

    @Test
    void changesComeOneAfterTheOther() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> versions.exclusively(() -> {
            inside.countDown();
            await(release);
            return add(model("1", ModelState.CHAMPION, null), file(), "c1");
        }));
        await(inside);
        CompletableFuture<Integer> second =
                CompletableFuture.supplyAsync(() -> versions.exclusively(() -> versions.of(TV).size()));

        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        release.countDown();
        first.get(10, TimeUnit.SECONDS);

        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void register(String version, ModelState state) {
        versions.exclusively(() -> add(model(version, state, null), file(), "c" + version));
    }

    private boolean add(Model model, ModelFile file, String content) {
        versions.add(model, file, content, List.of(GATE));
        return true;
    }

    private boolean move(Model model, ModelEvent event) {
        versions.move(model, event);
        return true;
    }

    private static ModelFile file() {
        return new ModelFile(TV, new byte[] {1}, FieldMapping.NONE, null);
    }

    private static Model model(String version, ModelState state, Challenge challenge) {
        return new Model(
                TV, version, state, "ab", Map.of("auc", 0.7), challenge, "uploaded", NOW, NOW, "scientist", "Try it");
    }
}
