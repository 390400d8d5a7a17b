package io.crosswise.learning.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crosswise.learning.Judging;
import io.crosswise.learning.MemoryTrainings;
import io.crosswise.learning.NativeXgboost;
import io.crosswise.learning.StartTraining;
import io.crosswise.learning.TrainFromHistory;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainOnRequest;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.csv.CsvTables;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.platform.HttpSlice;
import io.crosswise.shared.StableHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class TrainingsControllerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);

    private final List<TrainedModel> registered = new ArrayList<>();
    private final MemoryTrainings trainings = new MemoryTrainings();
    private final MockMvc http = HttpSlice.of(new TrainingsController(startTraining(), trainings));

    @BeforeAll
    static void needsXgboost() {
        NativeXgboost.assumeUsable();
    }

    @Test
    void trainsOnAFileAndRegistersACandidate() throws Exception {
        train("target: {column: bought, positive: yes}\nexclude: [note]\nslices: {gender: gender}")
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", matchesPattern("/api/v1/models/tv-buyers/trainings/[0-9a-f-]{36}")));
        http.perform(get("/api/v1/models/tv-buyers/trainings/{id}", id()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("TRAINED"))
                .andExpect(jsonPath("$.version").value("2026.11.21-093000"))
                .andExpect(jsonPath("$.askedBy").value("crosswise"))
                .andExpect(jsonPath("$.metrics.rows").value(600))
                .andExpect(jsonPath("$.gates[?(@.name == 'CHANCE')].passed").value(true))
                .andExpect(jsonPath("$.gates[?(@.name == 'FAIRNESS')]").exists());
    }

    @Test
    void refusesToLearnFromTheAnswerItself() throws Exception {
        train("target: {column: bought, positive: yes}").andExpect(status().isAccepted());
        http.perform(get("/api/v1/models/tv-buyers/trainings/{id}", id()))
                .andExpect(jsonPath("$.state").value("REFUSED"))
                .andExpect(jsonPath("$.message").value(containsString("note is missing exactly when the target is no")))
                .andExpect(jsonPath("$.version").doesNotExist());
    }

    @Test
    void learnsFromALeakThatSomebodyAnswersFor() throws Exception {
        train("target: {column: bought, positive: yes}\nacceptedLeaks: {note: written before the offer}").andExpect(status().isAccepted());
        http.perform(get("/api/v1/models/tv-buyers/trainings/{id}", id()))
                .andExpect(jsonPath("$.state").value("TRAINED"))
                .andExpect(jsonPath("$.gates[?(@.name == 'LEAK')].text").value(
                        "No other column reveals the target; accepted: note (written before the offer)."));
    }

    @Test
    void saysWhatIsWrongWithTheSpec() throws Exception {
        train("target: {colum: bought}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.type").value("urn:crosswise:problem:bad-training-spec"))
                .andExpect(jsonPath("$.detail").value(containsString("colum")));
        train("exclude: [note]").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.detail").value(containsString("Name the target")));
    }

    @Test
    void aColumnThatIsNotThereFailsWithItsName() throws Exception {
        train("target: {column: sold, positive: yes}").andExpect(status().isAccepted());
        http.perform(get("/api/v1/models/tv-buyers/trainings/{id}", id()))
                .andExpect(jsonPath("$.state").value("FAILED"))
                .andExpect(jsonPath("$.message").value(containsString("There is no column 'sold'")));
    }

    @Test
    void theHistoryTrainsOnlyTheModelsOfTheFamily() throws Exception {
        http.perform(post("/api/v1/models/tv-buyers/train").contentType(MediaType.APPLICATION_JSON).content("{\"from\":\"history\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("cannot be trained on the product's history")));
    }

    private String id() {
        return trainings.of("tv-buyers").get(0).trainingId();
    }

    private ResultActions train(String spec) throws Exception {
        return http.perform(multipart("/api/v1/models/tv-buyers/train")
                .file(new MockMultipartFile("file", "buyers.csv", "text/csv", csv()))
                .file(new MockMultipartFile("spec", "", "text/plain", spec.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] csv() {
        StringBuilder csv = new StringBuilder("customer,gender,tenure,contract,note,bought\n");
        for (int i = 0; i < 600; i++) {
            String key = Integer.toString(i);
            double tenure = Math.floor(100 * StableHash.uniform("tenure", key));
            String contract = List.of("", "monthly", "yearly").get(StableHash.bucket("contract", key, 3));
            boolean yes = StableHash.uniform("bought", key) < (contract.equals("monthly") ? 0.6 : 0.2) + tenure / 400;
            csv.append(key).append(',').append(i % 2 == 0 ? "female" : "male").append(',').append(tenure).append(',').append(contract);
            csv.append(',').append(yes ? "thanks " + i % 40 : "").append(',').append(yes ? "yes" : "no").append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StartTraining startTraining() {
        TrainFromHistory none = new TrainFromHistory() {
            @Override
            public List<String> models() {
                return List.of();
            }

            @Override
            public TrainedModel train(String model, String version, Judging judging) {
                throw new UnsupportedOperationException();
            }
        };
        TrainOnRequest train = new TrainOnRequest(
                new TrainModel(new XgboostBoosting()),
                none,
                CsvTables::join,
                model -> null,
                (model, by) -> {
                    registered.add(model);
                    return model.report().version();
                },
                Map.of("gender", 0.5),
                trainings,
                CLOCK);
        return new StartTraining(train, trainings, Runnable::run, CLOCK);
    }
}
