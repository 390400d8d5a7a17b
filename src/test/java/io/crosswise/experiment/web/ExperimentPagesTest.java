package io.crosswise.experiment.web;

import static io.crosswise.experiment.ExperimentBuilder.NOW;
import static io.crosswise.experiment.ExperimentBuilder.anExperiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.Kind;
import io.crosswise.experiment.MemoryExperiments;
import io.crosswise.experiment.Metric;
import io.crosswise.experiment.ReadResults;
import io.crosswise.experiment.UnitSums;
import io.crosswise.experiment.inference.Sample;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What people read about experiments. */
class ExperimentPagesTest {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MemoryExperiments experiments = new MemoryExperiments();
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new ExperimentPages(experiments, new ReadResults(experiments, new TwoArms(), CLOCK), CLOCK, JSON))
            .setViewResolvers(thymeleaf())
            .build();

    @BeforeEach
    void twoExperiments() {
        experiments.save(anExperiment("tv").started(), Action.STARTED, null);
        experiments.save(anExperiment("held").holdingOut(0.1, Kind.PROGRAMME_HOLD_OUT, "Births").after("birth").started(), Action.STARTED, "because <b>");
    }

    @Test
    void theListSaysWhatIsTriedOnWhom() throws Exception {
        assertThat(page("/experiments").getContentAsString())
                .contains("<a href=\"/experiments/tv\">tv</a>")
                .contains("control 50 % · tv-first 50 %")
                .contains("programme hold out")
                .contains("running");
    }

    @Test
    void theCardSaysInWordsWhatItHasComeTo() throws Exception {
        assertThat(page("/experiments/tv").getContentAsString())
                .contains("tv-first differs from control since 2026-11-01")
                .contains("offers O-TV first")
                .contains("business as usual")
                .contains("&lt; 0.0001")
                .contains("id=\"sequence\"")
                .contains("\"arm\":\"tv-first\"");
    }

    @Test
    void anotherMetricIsChosenByALink() throws Exception {
        assertThat(page("/experiments/tv?metric=revenue").getContentAsString())
                .contains("No conclusion yet: too few units")
                .contains("/experiments/tv?metric=conversion");
        assertThat(page("/experiments/held").getContentAsString()).contains("Births").contains("because &lt;b&gt;");
    }

    @Test
    void anUnknownExperimentIsSaidToBeNone() throws Exception {
        MockHttpServletResponse answer = page("/experiments/nothing");

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("There is no experiment of that name");
    }

    private MockHttpServletResponse page(String path) throws Exception {
        MockHttpServletResponse answer = http.perform(get(path)).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
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

    private static final class TwoArms implements UnitSums {
        @Override
        public void settle(String experiment, Instant until) {
            // every unit is settled
        }

        @Override
        public List<DaySum> settled(String experiment, int sinceVersion, Metric metric) {
            LocalDate day = LocalDate.of(2026, 11, 1);
            return metric == Metric.CONVERSION
                    ? List.of(
                            new DaySum(day, "control", Sample.of(4_000, 320), 320),
                            new DaySum(day, "tv-first", Sample.of(4_000, 560), 560))
                    : List.of(
                            new DaySum(day, "control", new Sample(4_000, 20, 400), 1),
                            new DaySum(day, "tv-first", new Sample(4_000, 20, 400), 1));
        }

        @Override
        public Map<String, Long> met(String experiment, int sinceVersion) {
            return Map.of("control", 4_000L, "tv-first", 4_000L);
        }
    }
}
