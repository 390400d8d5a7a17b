package io.crosswise.replay.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosswise.decision.StoredDecisions.Selection;
import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.replay.Example;
import io.crosswise.replay.ReplayMany;
import io.crosswise.replay.ReplayRun;
import io.crosswise.replay.ReplayRuns;
import io.crosswise.replay.ReplayWorker;
import io.crosswise.replay.Tally;
import io.crosswise.shared.Market;
import io.crosswise.shared.Page;
import io.crosswise.shared.Segment;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts runs over many decisions, tells how far they are and what they found, and stops them. */
@RestController
@RequestMapping("/api/v1/replays")
class ReplaysController {
    private final ReplayMany replayMany;
    private final ReplayWorker worker;
    private final ReplayRuns runs;
    private final Clock clock;

    ReplaysController(ReplayMany replayMany, ReplayWorker worker, ReplayRuns runs, Clock clock) {
        this.replayMany = replayMany;
        this.worker = worker;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Which decisions; every field may be left out.
     *
     * @param from inclusive @param to exclusive @param offer its code @param limit most decisions, the oldest ones
     * @param against {@code stored} (default) or {@code current}
     */
    record Order(Instant from, Instant to, Market market, Segment segment, String offer, Long limit, String against) {}

    /** @param byOffer counts and euros before and after, likewise for the other kinds @param examples of differences, the first ones */
    record Report(
            @JsonUnwrapped ReplayRun run,
            List<Tally> all,
            List<Tally> byOffer,
            List<Tally> bySegment,
            List<Tally> byMarket,
            List<Tally> byOutcome,
            List<Example> examples) {}

    @Operation(summary = "Run many decisions again in the background; one run at a time")
    @PostMapping
    ResponseEntity<ReplayRun> begin(@RequestBody(required = false) Order order, Principal user) {
        Order asked = order == null ? new Order(null, null, null, null, null, null, null) : order;
        if (asked.limit() != null && asked.limit() < 1) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "limit is 1 or more");
        }
        ReplayRun run = replayMany
                .begin(
                        ReplayController.against(asked.against() == null ? "stored" : asked.against()),
                        new Selection(asked.from(), asked.to(), asked.market(), asked.segment(), asked.offer()),
                        asked.limit() == null ? Long.MAX_VALUE : asked.limit(),
                        user == null ? "crosswise" : user.getName())
                .orElseThrow(() -> new Problem(
                        HttpStatus.CONFLICT,
                        "replay-running",
                        "A replay is under way",
                        "Wait for the run that GET /api/v1/replays shows as RUNNING, or cancel it with DELETE"));
        worker.wake();
        return ResponseEntity.accepted().location(URI.create("/api/v1/replays/" + run.runId())).body(run);
    }

    @Operation(summary = "All runs, newest first")
    @GetMapping
    Page<ReplayRun> runs(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        PageRequest.check(page, size);
        return runs.list(page, size);
    }

    @Operation(summary = "How far a run is, and what differs by offer, segment, market and outcome, in decisions and euros")
    @GetMapping("/{runId}")
    Report report(@PathVariable String runId) {
        ReplayRun run = find(runId);
        List<Tally> tallies = runs.tallies(runId);
        return new Report(
                run,
                by(Tally.By.ALL, tallies),
                by(Tally.By.OFFER, tallies),
                by(Tally.By.SEGMENT, tallies),
                by(Tally.By.MARKET, tallies),
                by(Tally.By.OUTCOME, tallies),
                runs.examples(runId));
    }

    @Operation(summary = "Stop a run after the part that is under way")
    @DeleteMapping("/{runId}")
    ReplayRun cancel(@PathVariable String runId) {
        find(runId);
        if (!runs.cancel(runId, clock.instant())) {
            throw new Problem(HttpStatus.CONFLICT, "replay-ended", "The replay has ended", "Only a run that is RUNNING can be cancelled");
        }
        return find(runId);
    }

    private ReplayRun find(String runId) {
        return runs.find(runId)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-replay", "Unknown replay", "There is no replay of that name"));
    }

    private static List<Tally> by(Tally.By by, List<Tally> tallies) {
        return tallies.stream().filter(tally -> tally.by() == by).toList();
    }
}
