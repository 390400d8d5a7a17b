package io.crosswise.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.platform.Problem;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoreRow;
import io.crosswise.scoring.ScoreRow.RowAnswer;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.scoring.UnknownModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers for rows that callers bring: the champion, or the version they name. */
@RestController
@RequestMapping("/api/v1/models/{name}/score")
class ScoreController {
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_BYTES = 16 << 20;

    private final ScoringModels models;
    private final ObjectMapper json;
    private final CsvScores csv = new CsvScores();
    private final Counter rows;

    ScoreController(ScoringModels models, ObjectMapper json, MeterRegistry metrics) {
        this.models = models;
        this.json = json;
        this.rows = metrics.counter("crosswise.scoring.rows", "asked", "endpoint");
    }

    @Operation(summary = "Score one object of features, or {\"rows\":[…]}; features may be missing")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object score(
            @PathVariable String name, @RequestParam(required = false) String version, HttpServletRequest request)
            throws IOException {
        Asked asked = asked(name, version);
        JsonNode body = new BoundedBody(request.getInputStream(), MOST_BYTES).json(json);
        if (!body.path("rows").isArray()) {
            ScoredRow row = scored(asked, body, "The body");
            return new SingleAnswer(name, asked.version(), row.score(), row.answers(), row.missing(), unknown(asked, List.of(body)));
        }
        List<JsonNode> sent = new ArrayList<>();
        body.get("rows").forEach(sent::add);
        if (sent.size() > MOST_ROWS) {
            throw ModelProblems.badRequest("too-many-rows", "At most " + MOST_ROWS + " rows at a time; send text/csv for more");
        }
        List<ScoredRow> items = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            items.add(scored(asked, sent.get(i), "Row " + i));
        }
        return new BatchAnswer(name, asked.version(), items, unknown(asked, sent));
    }

    @Operation(summary = "Score a CSV file whose header names the features; other columns are copied, errors are told per row")
    @PostMapping(consumes = "text/csv")
    void scoreCsv(
            @PathVariable String name,
            @RequestParam(required = false) String version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        rows.increment(csv.score(asked(name, version).row(), request.getInputStream(), response));
    }

    private record Asked(String version, ScoreRow row) {}

    private Asked asked(String name, String version) {
        ModelSet inUse = models.inUse();
        if (version != null) {
            return new Asked(version, new ScoreRow(models.version(name, version)));
        }
        if (!inUse.has(name)) {
            throw UnknownModel.named(name);
        }
        return new Asked(inUse.model(name).version(), new ScoreRow(inUse.scoring(name)));
    }

    private ScoredRow scored(Asked asked, JsonNode features, String where) {
        if (!features.isObject()) {
            throw ModelProblems.badRequest("bad-row", where + " is an object of features such as {\"tenure_months\":24}");
        }
        try {
            RowAnswer answer = asked.row().score(values(features));
            rows.increment();
            return new ScoredRow(answer.score(), answer.answers(), answer.missing());
        } catch (IllegalArgumentException e) {
            throw ModelProblems.badRequest("bad-feature", where + ": " + e.getMessage());
        } catch (RefusedScore e) {
            throw new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "no-score", "No score", where + ": " + e.getMessage());
        }
    }

    private static Map<String, Object> values(JsonNode features) {
        Map<String, Object> values = new LinkedHashMap<>();
        features.properties().forEach(feature -> {
            JsonNode value = feature.getValue();
            if (value.isContainerNode()) {
                throw new IllegalArgumentException("Feature " + feature.getKey() + " is no number");
            }
            values.put(
                    feature.getKey(),
                    value.isNull() ? null : value.isBoolean() ? value.booleanValue() : value.isNumber() ? value.numberValue() : value.asText());
        });
        return values;
    }

    private static TreeSet<String> unknown(Asked asked, List<JsonNode> rows) {
        TreeSet<String> unknown = new TreeSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(name -> {
            if (asked.row().isUnknown(name)) {
                unknown.add(name);
            }
        }));
        return unknown;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScoredRow(Double score, Map<String, Double> answers, List<String> missing) {}

    /** @param unknown features nobody knows, which were ignored */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SingleAnswer(
            String model,
            String version,
            Double score,
            Map<String, Double> answers,
            List<String> missing,
            TreeSet<String> unknown) {}

    record BatchAnswer(String model, String version, List<ScoredRow> items, TreeSet<String> unknown) {}
}
