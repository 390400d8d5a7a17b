package io.crosswise.scoring.web;

import io.crosswise.platform.Problem;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.shared.Page;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the models in the registry. */
@RestController
class ModelsController {
    private final ScoringModels models;

    ModelsController(ScoringModels models) {
        this.models = models;
    }

    @GetMapping("/api/v1/models")
    Page<Model> models(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || size < 1 || size > 200) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "invalid-page", "Invalid page", "page is 0 or more and size is 1 to 200");
        }
        List<Model> all = models.all();
        List<Model> items = all.stream().skip((long) page * size).limit(size).toList();
        return new Page<>(items, page, size, all.size());
    }
}
