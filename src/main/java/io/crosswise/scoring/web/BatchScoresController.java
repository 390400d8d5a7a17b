package io.crosswise.scoring.web;

import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.scoring.batch.BatchRun;
import io.crosswise.scoring.batch.BatchRuns;
import io.crosswise.scoring.batch.BatchWorker;
import io.crosswise.scoring.batch.ScoreBase;
import io.crosswise.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts runs over the whole base and tells how far they are. */
@RestController
@RequestMapping("/api/v1/batch-scores")
class BatchScoresController {
    private final ScoreBase scoreBase;
    private final BatchWorker worker;
    private final BatchRuns runs;

    BatchScoresController(ScoreBase scoreBase, BatchWorker worker, BatchRuns runs) {
        this.scoreBase = scoreBase;
        this.worker = worker;
        this.runs = runs;
    }

    @Operation(summary = "Score every customer with every champion; one run at a time")
    @PostMapping
    ResponseEntity<BatchRun> begin(Principal user) {
        BatchRun run = scoreBase
                .begin(user == null ? "crosswise" : user.getName())
                .orElseThrow(() -> new Problem(
                        HttpStatus.CONFLICT,
                        "batch-running",
                        "A run is under way",
                        "Wait for the run that GET /api/v1/batch-scores shows as RUNNING"));
        worker.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/batch-scores/" + run.runId()))
                .body(run);
    }

    @Operation(summary = "All runs, newest first")
    @GetMapping
    Page<BatchRun> runs(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        return runs.list(page, size);
    }

    @Operation(summary = "How far a run is, with customers per second")
    @GetMapping("/{runId}")
    BatchRun run(@PathVariable String runId) {
        return runs.find(runId)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-batch", "Unknown run", "There is no run over the base of that name"));
    }
}
