package io.crosswise.scoring.web;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crosswise.platform.Problem;
import io.crosswise.scoring.FixedModels;
import io.crosswise.scoring.LoadedModel;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ScoringModels;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ModelsControllerTest {
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new ModelsController(threeModels())).build();

    @Test
    void listsModelsWithTheirFingerprintAndMetrics() throws Exception {
        http.perform(get("/api/v1/models"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].name").value("model-0"))
                .andExpect(jsonPath("$.items[0].version").value("1"))
                .andExpect(jsonPath("$.items[0].state").value("CHAMPION"))
                .andExpect(jsonPath("$.items[0].sha256").value("ab"))
                .andExpect(jsonPath("$.items[0].metrics.auc").value(0.7))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(50))
                .andExpect(jsonPath("$.total").value(3));
    }

    @Test
    void answersTheLastPageShort() throws Exception {
        http.perform(get("/api/v1/models?page=1&size=2"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].name").value("model-2"))
                .andExpect(jsonPath("$.total").value(3));
    }

    @Test
    void refusesAPageSizeOutOfRange() {
        ModelsController controller = new ModelsController(threeModels());
        Assertions.assertThatThrownBy(() -> controller.models(0, 201)).isInstanceOf(Problem.class);
        Assertions.assertThatThrownBy(() -> controller.models(-1, 10)).isInstanceOf(Problem.class);
    }

    private static ScoringModels threeModels() {
        return new FixedModels(IntStream.range(0, 3)
                .mapToObj(i -> new LoadedModel(Model.champion("model-" + i, "1", "ab", Map.of("auc", 0.7)), null))
                .toList());
    }
}
