package io.crosswise.scoring.web;

import io.crosswise.platform.PageRequest;
import io.crosswise.platform.Problem;
import io.crosswise.scoring.CompareVersions;
import io.crosswise.scoring.Comparison;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.scoring.UnknownModel;
import io.crosswise.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is in the model registry. */
@RestController
@RequestMapping("/api/v1/models")
class ModelsController {
    private static final Set<ModelState> USED = EnumSet.of(ModelState.CHAMPION, ModelState.CHALLENGER);

    private final ModelVersions versions;
    private final ScoringModels models;
    private final PromoteModel promoteModel;
    private final CompareVersions compareVersions;

    ModelsController(
            ModelVersions versions, ScoringModels models, PromoteModel promoteModel, CompareVersions compareVersions) {
        this.versions = versions;
        this.models = models;
        this.promoteModel = promoteModel;
        this.compareVersions = compareVersions;
    }

    @Operation(summary = "Models in use, or all versions in a state (CANDIDATE, CHALLENGER, CHAMPION, RETIRED, ALL)")
    @GetMapping
    Page<Model> models(
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return page(versions.in(states(state)), page, size);
    }

    @Operation(summary = "What decides for one model, and what is tried beside it")
    @GetMapping("/{name}")
    ModelView model(@PathVariable String name) {
        List<Model> all = known(name);
        List<Model> challengers = all.stream().filter(model -> model.state() == ModelState.CHALLENGER).toList();
        return all.stream()
                .filter(model -> model.state() == ModelState.CHAMPION)
                .findFirst()
                .map(champion -> {
                    ScoringModel scoring = models.version(name, champion.version());
                    return new ModelView(
                            name, champion, challengers, scoring.function(), scoring.compiled(), scoring.features(), all.size());
                })
                .orElseGet(() -> new ModelView(name, null, challengers, null, null, null, all.size()));
    }

    @Operation(summary = "How the challengers of a model do beside its champion, by what customers did")
    @GetMapping("/{name}/comparison")
    Comparison comparison(@PathVariable String name) {
        return compareVersions.compare(name);
    }

    @Operation(summary = "Every version of a model, newest first")
    @GetMapping("/{name}/versions")
    Page<Model> versions(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return page(known(name), page, size);
    }

    @Operation(summary = "One version with its gates, its training report and everything that was done with it")
    @GetMapping("/{name}/versions/{version}")
    VersionView version(@PathVariable String name, @PathVariable String version) {
        Model model = versions.find(name, version).orElseThrow(() -> UnknownModel.version(name, version));
        ModelFile file = versions.file(name, version).orElseThrow(() -> UnknownModel.version(name, version));
        ScoringModel scoring = models.version(name, version);
        return new VersionView(
                model,
                scoring.function(),
                scoring.compiled(),
                scoring.features(),
                scoring.remarks(),
                MappingBody.of(file.mapping()),
                promoteModel.gates(name, version),
                versions.events(name).stream().filter(event -> event.version().equals(version)).toList(),
                file.report());
    }

    @Operation(summary = "The PMML file of a version, byte by byte as it was registered")
    @GetMapping("/{name}/versions/{version}/pmml")
    ResponseEntity<byte[]> pmml(@PathVariable String name, @PathVariable String version) {
        ModelFile file = versions.file(name, version).orElseThrow(() -> UnknownModel.version(name, version));
        ContentDisposition download =
                ContentDisposition.attachment().filename(name + "-" + version + ".pmml").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(file.pmml());
    }

    private List<Model> known(String name) {
        List<Model> all = versions.of(name);
        if (all.isEmpty()) {
            throw UnknownModel.named(name);
        }
        return all;
    }

    private static Set<ModelState> states(String state) {
        if (state == null) {
            return USED;
        }
        String wanted = state.toUpperCase(Locale.ROOT);
        if (wanted.equals("ALL")) {
            return EnumSet.allOf(ModelState.class);
        }
        return Arrays.stream(ModelState.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> new Problem(
                        HttpStatus.BAD_REQUEST,
                        "bad-state",
                        "Bad state",
                        "state is one of CANDIDATE, CHALLENGER, CHAMPION, RETIRED, ALL"));
    }

    private static Page<Model> page(List<Model> all, int page, int size) {
        PageRequest.check(page, size);
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }
}
