package io.crosswise.learning.web;

import io.crosswise.learning.DataSetRefused;
import io.crosswise.learning.DriftReport;
import io.crosswise.learning.Drifts;
import io.crosswise.learning.Drifts.DriftMoment;
import io.crosswise.learning.JudgeDataSet;
import io.crosswise.learning.WatchDrift;
import io.crosswise.learning.WatchedModel;
import io.crosswise.learning.WatchedModels;
import io.crosswise.learning.csv.CsvDriftRows;
import io.crosswise.learning.micrometer.DriftMeters;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.scoring.UnknownModel;
import io.crosswise.shared.Page;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows how far a model in use has moved away from its training, and judges it at once on request. */
@RestController
@RequestMapping("/api/v1/models/{name}/drift")
class DriftController {
    private final WatchedModels models;
    private final WatchDrift watchDrift;
    private final JudgeDataSet judgeDataSet;
    private final Drifts drifts;
    private final DriftMeters meters;

    DriftController(
            WatchedModels models, WatchDrift watchDrift, JudgeDataSet judgeDataSet, Drifts drifts, DriftMeters meters) {
        this.models = models;
        this.watchDrift = watchDrift;
        this.judgeDataSet = judgeDataSet;
        this.drifts = drifts;
        this.meters = meters;
    }

    @GetMapping
    DriftReport latest(@PathVariable String name) {
        boolean comparable = known(() -> models.find(name)).isPresent();
        return drifts.latest(name)
                .orElseThrow(() -> !comparable ? noReport(name) : new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-drift-yet",
                        "Not watched yet",
                        "Model " + name + " is compared with its training every night; POST here without a body to do it now"));
    }

    /** Newest first, whichever version was in use. */
    @GetMapping(params = "history")
    Page<DriftMoment> history(
            @PathVariable String name, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        known(() -> models.find(name));
        return drifts.history(name, page, size);
    }

    /** The decisions of the last days, as every night; stored. */
    @PostMapping
    DriftReport watch(
            @PathVariable String name, @RequestHeader(name = "Content-Length", defaultValue = "0") long length) {
        if (length > 0) {
            throw new Problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    "Unsupported media type",
                    "Send rows as text/csv, or no body to judge by the decisions made");
        }
        DriftReport report = known(() -> watchDrift.watch(name)).orElseThrow(() -> noReport(name));
        meters.show(report);
        return report;
    }

    /** The rows of the file; nothing is stored. */
    @PostMapping(consumes = "text/csv")
    DriftReport judge(@PathVariable String name, InputStream csv) {
        WatchedModel model = known(() -> models.find(name)).orElseThrow(() -> noReport(name));
        try {
            return judgeDataSet.judge(model, new CsvDriftRows(csv));
        } catch (DataSetRefused e) {
            throw new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "unusable-data-set", "Unusable data set", e.getMessage());
        }
    }

    private static <T> Optional<T> known(Supplier<Optional<T>> find) {
        try {
            return find.get();
        } catch (UnknownModel e) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknown-model", "Unknown model", e.getMessage() + " in use");
        }
    }

    private static Problem noReport(String name) {
        return new Problem(
                HttpStatus.CONFLICT,
                "no-training-report",
                "No training report",
                "The version of " + name + " in use came without a training report, so there is nothing to compare with;"
                        + " train it here, or register it with its report");
    }
}
