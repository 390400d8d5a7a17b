package io.crosswise.attribution.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.attribution.AttributionModel;
import io.crosswise.attribution.AttributionReport;
import io.crosswise.attribution.AttributionReport.Credit;
import io.crosswise.attribution.AttributionReport.Total;
import io.crosswise.attribution.CreditBy;
import io.crosswise.attribution.ReportAttribution;
import io.crosswise.platform.Moment;
import io.crosswise.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where marketers read who earned the sales. */
@RestController
class AttributionController {
    private final ReportAttribution reportAttribution;

    AttributionController(ReportAttribution reportAttribution) {
        this.reportAttribution = reportAttribution;
    }

    @Operation(summary = "Credit for sales, by attribution model and property of the touches before them")
    @GetMapping("/api/v1/attributions")
    Attributions attributions(
            @RequestParam(defaultValue = "linear") String model,
            @RequestParam(defaultValue = "channel") String by,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to) {
        AttributionModel chosen = AttributionModel.named(model)
                .orElseThrow(() -> unknown("model", AttributionModel.values(), AttributionModel::slug));
        CreditBy property =
                CreditBy.named(by).orElseThrow(() -> unknown("by", CreditBy.values(), CreditBy::slug));
        Instant start = Moment.read("from", from);
        Instant end = Moment.read("to", to);
        if (start != null && end != null && !start.isBefore(end)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-period", "Bad period", "from lies before to");
        }
        AttributionReport report = reportAttribution.report(chosen, property, start, end);
        return new Attributions(model, by, start, end, report.total(), report.credits());
    }

    /** @param from null is all time @param to null is up to the last committed response */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Attributions(String model, String by, Instant from, Instant to, Total total, List<Credit> credits) {}

    private static <T> Problem unknown(String parameter, T[] allowed, Function<T, String> slug) {
        String names = Arrays.stream(allowed).map(slug).collect(Collectors.joining(", "));
        return new Problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-" + parameter,
                "Unknown " + parameter,
                parameter + " is one of " + names);
    }
}
