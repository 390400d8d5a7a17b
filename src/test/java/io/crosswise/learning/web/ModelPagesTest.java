package io.crosswise.learning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.Bin;
import io.crosswise.learning.Curves;
import io.crosswise.learning.Curves.Group;
import io.crosswise.learning.Curves.Point;
import io.crosswise.learning.Fairness;
import io.crosswise.learning.FeatureUse;
import io.crosswise.learning.Gate;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.Slice;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.testing.MemoryModelVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ModelPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final MemoryModelVersions versions = new MemoryModelVersions();
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new ModelPages(versions, new PromoteModel(versions, null, null), JSON))
            .setViewResolvers(thymeleaf())
            .build();

    @Test
    void theListNamesEveryVersionWithTheFigureThatCountsMost() throws Exception {
        add("churn", "1.0", JSON.valueToTree(report()));
        add("clusters", "2", null);
        assertThat(page("/models"))
                .contains("<a href=\"/models/churn/versions/1.0\">1.0</a>")
                .contains("AUC")
                .contains("0.7123")
                .contains("0.6900 to 0.7300")
                .contains("clusters")
                .contains("href=\"/source\"");
    }

    @Test
    void theCardSaysInWordsWhetherTheModelMayDecide() throws Exception {
        add("churn", "1.0", JSON.valueToTree(report()));
        assertThat(page("/models/churn/versions/1.0"))
                .contains("Stopped: FAIRNESS")
                .contains("Selection is uneven &lt;b&gt;.")
                .contains("Passed: CHANCE")
                .contains("gradient boosting")
                .contains("id=\"calibration\"")
                .contains("id=\"qini\"")
                .doesNotContain("id=\"survival\"")
                .contains("age band")
                .contains("12.5 %")
                .contains("/api/v1/models/churn/versions/1.0/pmml")
                .contains("/_static/echarts/6.0.0/dist/echarts.min.js")
                .contains("href=\"/source\"");
    }

    @Test
    void aTextInTheReportCannotEndTheScriptThatHoldsIt() throws Exception {
        add("churn", "1.0", JSON.valueToTree(report()));
        String page = page("/models/churn/versions/1.0");
        int start = page.indexOf("id=\"report\">") + "id=\"report\">".length();
        String plots = page.substring(start, page.indexOf("</script>", start));
        assertThat(JSON.readTree(plots).at("/features/0/feature").textValue()).isEqualTo("</script><script>alert(1)");
    }

    @Test
    void aVersionWithoutAReportSaysSo() throws Exception {
        add("clusters", "2", null);
        assertThat(page("/models/clusters/versions/2"))
                .contains("without a training report")
                .contains("Stopped: NO_REPORT")
                .doesNotContain("echarts");
    }

    @Test
    void anUnknownVersionIsNotFound() throws Exception {
        http.perform(get("/models/churn/versions/9")).andExpect(status().isNotFound());
    }

    private String page(String path) throws Exception {
        return http.perform(get(path)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private void add(String name, String version, JsonNode report) {
        Map<String, Object> metrics = report == null ? Map.of() : JSON.convertValue(report.path("metrics"), Map.class);
        Model model = Model.champion(name, version, "ab12", metrics);
        versions.exclusively(() -> {
            versions.add(model, new ModelFile(name, new byte[0], FieldMapping.NONE, report), name + version, List.of());
            return null;
        });
    }

    private static ModelReport report() {
        return ModelReport.of("churn", "1.0", "gradient boosting", "out of time", "cd34")
                .withMetrics(Map.of("auc", 0.7123, "aucLow", 0.69, "aucHigh", 0.73))
                .withCurves(new Curves(
                        List.of(new Group(0.1, 0.12, 50)),
                        List.of(new Point(0, 0), new Point(1, 1)),
                        List.of(),
                        List.of(new Point(0, 0)),
                        List.of(),
                        List.of()))
                .withSlices(
                        List.of(new Slice("age band", "under 30", 40, 0.2, 0.21, 0.125, 0.7, null, null)),
                        List.of(new Fairness("age band", 0.7, "under 30", "30 and over", 0.8)))
                .withGates(List.of(
                        new Gate("CHANCE", true, "Better than chance."), new Gate("FAIRNESS", false, "Selection is uneven <b>.")))
                .withFeatures(
                        List.of(new FeatureUse("</script><script>alert(1)", 1.0, List.of())),
                        List.of(new Bin(null, null, Bin.MISSING, 0)));
    }

    private static ThymeleafViewResolver thymeleaf() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }
}
