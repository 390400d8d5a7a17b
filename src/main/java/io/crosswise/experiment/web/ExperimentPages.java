package io.crosswise.experiment.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.experiment.ExperimentResults;
import io.crosswise.experiment.Experiments;
import io.crosswise.experiment.Metric;
import io.crosswise.experiment.ReadResults;
import io.crosswise.experiment.StoredExperiment;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages on which people read what is tried and what it has come to. */
@Controller
class ExperimentPages {
    private final Experiments experiments;
    private final ReadResults readResults;
    private final Clock clock;
    private final ObjectMapper json;

    ExperimentPages(Experiments experiments, ReadResults readResults, Clock clock, ObjectMapper json) {
        this.experiments = experiments;
        this.readResults = readResults;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/experiments")
    ModelAndView list() {
        List<ExperimentPage> lines = experiments.all().stream()
                .map(stored -> new ExperimentPage(stored, stored.phase(clock.instant()), null, List.of(), "{}"))
                .toList();
        return new ModelAndView("experiments", "lines", lines);
    }

    @GetMapping("/experiments/{name}")
    ModelAndView card(@PathVariable String name, @RequestParam(defaultValue = "conversion") String metric) {
        Optional<StoredExperiment> found = experiments.find(name);
        if (found.isEmpty()) {
            return new ModelAndView("unknown-experiment", HttpStatus.NOT_FOUND);
        }
        Metric asked = ExperimentsController.metric(metric);
        ExperimentResults results = readResults.read(name, asked);
        ExperimentPage page =
                new ExperimentPage(found.get(), found.get().phase(clock.instant()), results, experiments.events(name), sequence(results));
        return new ModelAndView("experiment", Map.of("page", page, "metrics", Metric.values()));
    }

    /** Inside a page a text must not be able to end the script that holds it. */
    private String sequence(ExperimentResults results) {
        try {
            return json.writeValueAsString(Map.of("sequence", results.sequence(), "rate", results.metric().isRate()))
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The results of " + results.experiment() + " cannot be written", e);
        }
    }
}
