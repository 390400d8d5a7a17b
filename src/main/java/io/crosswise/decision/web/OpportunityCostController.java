package io.crosswise.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.decision.OpportunityCosts;
import io.crosswise.decision.OpportunityCosts.Cost;
import io.crosswise.decision.OpportunityCosts.Total;
import io.crosswise.decision.ReportOpportunityCosts;
import io.crosswise.decision.ReportOpportunityCosts.By;
import io.crosswise.platform.Moment;
import io.crosswise.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where business analysts read what each rule row and lever costs. */
@RestController
class OpportunityCostController {
    private final ReportOpportunityCosts report;

    OpportunityCostController(ReportOpportunityCosts report) {
        this.report = report;
    }

    @Operation(summary = "Euros of net value given up because rules and levers spoke")
    @GetMapping("/api/v1/opportunity-costs")
    View costs(
            @RequestParam(defaultValue = "rule") String by,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to) {
        By chosen = By.named(by).orElseThrow(() -> new Problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-by",
                "Unknown by",
                "by is one of " + Arrays.stream(By.values()).map(By::slug).collect(Collectors.joining(", "))));
        Instant start = Moment.read("from", from);
        Instant end = Moment.read("to", to);
        if (start != null && end != null && !start.isBefore(end)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-period", "Bad period", "from lies before to");
        }
        OpportunityCosts costs = report.report(chosen, start, end);
        return new View(by, start, end, costs.total(), costs.costs());
    }

    /** @param from null is all time @param to null is up to the last committed decision */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(String by, Instant from, Instant to, Total total, List<Cost> costs) {}
}
