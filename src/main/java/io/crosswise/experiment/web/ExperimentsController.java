package io.crosswise.experiment.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.experiment.CreateExperiment;
import io.crosswise.experiment.ExperimentChange;
import io.crosswise.experiment.ExperimentChange.Changed;
import io.crosswise.experiment.ExperimentChange.Refused;
import io.crosswise.experiment.ExperimentDefaults;
import io.crosswise.experiment.ExperimentResults;
import io.crosswise.experiment.Experiments;
import io.crosswise.experiment.Metric;
import io.crosswise.experiment.ReadResults;
import io.crosswise.experiment.ReviseExperiment;
import io.crosswise.experiment.StartExperiment;
import io.crosswise.experiment.StopExperiment;
import io.crosswise.experiment.StoredExperiment;
import io.crosswise.experiment.UnknownExperiment;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** States, starts and stops experiments, and says what they have come to. */
@RestController
@RequestMapping("/api/v1/experiments")
class ExperimentsController {
    private final Experiments experiments;
    private final CreateExperiment createExperiment;
    private final ReviseExperiment reviseExperiment;
    private final StartExperiment startExperiment;
    private final StopExperiment stopExperiment;
    private final ReadResults readResults;
    private final ExperimentDefaults defaults;
    private final ObjectMapper json;
    private final Clock clock;

    /** The body is an {@link ExperimentBody}, as the description of the interface says. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(schema = @Schema(implementation = ExperimentBody.class)))
    private @interface Stated {}

    ExperimentsController(
            Experiments experiments,
            CreateExperiment createExperiment,
            ReviseExperiment reviseExperiment,
            StartExperiment startExperiment,
            StopExperiment stopExperiment,
            ReadResults readResults,
            ExperimentDefaults defaults,
            ObjectMapper json,
            Clock clock) {
        this.experiments = experiments;
        this.createExperiment = createExperiment;
        this.reviseExperiment = reviseExperiment;
        this.startExperiment = startExperiment;
        this.stopExperiment = stopExperiment;
        this.readResults = readResults;
        this.defaults = defaults;
        this.json = json;
        this.clock = clock;
    }

    @Operation(summary = "All experiments, the universal hold-out first")
    @GetMapping
    Page<ExperimentView> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        List<StoredExperiment> all = experiments.all();
        List<ExperimentView> items = all.stream()
                .skip((long) page * size)
                .limit(size)
                .map(stored -> ExperimentView.of(stored, null, clock.instant()))
                .toList();
        return new Page<>(items, page, size, all.size());
    }

    @Operation(summary = "An experiment with its buckets and everything that was done to it")
    @GetMapping("/{name}")
    ExperimentView read(@PathVariable String name) {
        StoredExperiment stored = experiments.find(name).orElseThrow(() -> UnknownExperiment.named(name));
        return ExperimentView.of(stored, experiments.events(name), clock.instant());
    }

    @Operation(summary = "Write an experiment down; it decides nothing before it is started")
    @PostMapping
    @Stated
    ResponseEntity<?> create(@RequestBody JsonNode body, Principal user) {
        ExperimentChange change = createExperiment.create(
                ExperimentBody.read(body, json).definition(defaults, clock.instant()), user.getName());
        return change instanceof Changed changed
                ? ResponseEntity.created(URI.create("/api/v1/experiments/" + changed.experiment().definition().name()))
                        .body(ExperimentView.of(changed.experiment(), null, clock.instant()))
                : answer(change);
    }

    @Operation(summary = "Make the next version; what is left out stays; a started one may change shares, traffic, end and hypothesis")
    @PutMapping("/{name}")
    @Stated
    ResponseEntity<?> revise(@PathVariable String name, @RequestBody JsonNode body, Principal user) {
        StoredExperiment stored = experiments.find(name).orElseThrow(() -> UnknownExperiment.named(name));
        return answer(reviseExperiment.revise(ExperimentBody.read(body, json).next(stored.definition()), user.getName()));
    }

    @Operation(summary = "Give it its customers, disjoint from those of its exclusion group")
    @PostMapping("/{name}/start")
    ResponseEntity<?> start(@PathVariable String name, Principal user) {
        return answer(startExperiment.start(name, user.getName()));
    }

    /** @param reason kept with the event */
    record StopBody(String reason) {}

    @Operation(summary = "End it for good; its customers are free for other experiments at once")
    @PostMapping("/{name}/stop")
    ResponseEntity<?> stop(@PathVariable String name, @RequestBody(required = false) StopBody body, Principal user) {
        return answer(stopExperiment.stop(name, body == null ? null : body.reason(), user.getName()));
    }

    @Operation(summary = "What the arms came to, with intervals that hold however often somebody looks")
    @GetMapping("/{name}/results")
    ExperimentResults results(@PathVariable String name, @RequestParam(defaultValue = "conversion") String metric) {
        return readResults.read(name, metric(metric));
    }

    @ExceptionHandler(UnknownExperiment.class)
    ProblemDetail unknown(UnknownExperiment e) {
        return ExperimentProblems.problem(HttpStatus.NOT_FOUND, "unknown-experiment", "Unknown experiment", e.getMessage());
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, ExperimentBody.Unreadable.class})
    ProblemDetail unreadable(RuntimeException e) {
        return ExperimentProblems.unreadable(e.getCause());
    }

    static Metric metric(String asked) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        HttpStatus.BAD_REQUEST, "unknown-metric", "Unknown metric", "metric is conversion, margin, revenue or churn"));
    }

    private ResponseEntity<?> answer(ExperimentChange change) {
        return change instanceof Refused refused
                ? ExperimentProblems.answer(refused)
                : ResponseEntity.ok(ExperimentView.of(((Changed) change).experiment(), null, clock.instant()));
    }
}
