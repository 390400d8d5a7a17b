package io.crosswise.customer.web;

import io.crosswise.customer.FeatureRun;
import io.crosswise.customer.FeatureRuns;
import io.crosswise.customer.schedule.DailyFeatureRun;
import io.crosswise.platform.Problem;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a feature run is begun out of turn and watched. */
@RestController
@RequestMapping("/api/v1/feature-runs")
class FeatureRunController {
    private final DailyFeatureRun daily;
    private final FeatureRuns runs;

    FeatureRunController(DailyFeatureRun daily, FeatureRuns runs) {
        this.daily = daily;
        this.runs = runs;
    }

    /** Begins a run, or goes on with the one that is not done. */
    @PostMapping
    ResponseEntity<FeatureRun> begin() {
        FeatureRun run = daily.begin();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/feature-runs/" + run.id()))
                .body(run);
    }

    @GetMapping("/{id}")
    FeatureRun get(@PathVariable long id) {
        return runs.find(id)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-feature-run", "Unknown feature run", "There is no run with this id"));
    }
}
