package io.crosswise.learning.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.PromoteModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Pages on which people read what a model is worth: the list, and a card for every version. */
@Controller
class ModelPages {
    private final ModelVersions versions;
    private final PromoteModel promoteModel;
    private final ObjectMapper json;

    ModelPages(ModelVersions versions, PromoteModel promoteModel, ObjectMapper json) {
        this.versions = versions;
        this.promoteModel = promoteModel;
        this.json = json;
    }

    /** @param figure the one that counts most; null without a report */
    record Line(Model model, Figures.Figure figure) {}

    @GetMapping("/models")
    ModelAndView models() {
        List<Line> lines = versions.in(EnumSet.allOf(ModelState.class)).stream()
                .map(model -> new Line(model, Figures.of(model.metrics()).stream().findFirst().orElse(null)))
                .toList();
        return new ModelAndView("models", "lines", lines);
    }

    @GetMapping("/models/{name}/versions/{version}")
    ModelAndView card(@PathVariable String name, @PathVariable String version) {
        Optional<Model> model = versions.find(name, version);
        if (model.isEmpty()) {
            return new ModelAndView("unknown-model", HttpStatus.NOT_FOUND);
        }
        ModelCard card = versions.file(name, version)
                .map(file -> ModelCard.of(model.get(), promoteModel.gates(name, version), file.report(), json))
                .orElseThrow();
        return new ModelAndView("model-card", "card", card);
    }
}
