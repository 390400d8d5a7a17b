package io.crosswise.learning.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.learning.StartTraining;
import io.crosswise.learning.Training;
import io.crosswise.learning.TrainingFile;
import io.crosswise.learning.TrainingImpossible;
import io.crosswise.learning.TrainingSpec;
import io.crosswise.learning.Trainings;
import io.crosswise.learning.files.SpecFile;
import io.crosswise.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.StringMultipartFileEditor;

/** Where a data scientist has models trained and asks how far they are. */
@RestController
@RequestMapping("/api/v1/models/{name}")
class TrainingsController {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final long MOST_BYTES = 256L << 20;

    private final StartTraining startTraining;
    private final Trainings trainings;

    TrainingsController(StartTraining startTraining, Trainings trainings) {
        this.startTraining = startTraining;
        this.trainings = trainings;
    }

    /** The spec may come as text or as a file. */
    @InitBinder
    void readFilesAsText(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringMultipartFileEditor(StandardCharsets.UTF_8.name()));
    }

    @Operation(summary = "Train a model on CSV files, or on the product's history (from: history); answers at once, see Location")
    @PostMapping(path = "/train", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Training> train(
            @PathVariable String name,
            @RequestParam String spec,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            Principal user)
            throws IOException {
        return start(name, spec, received(files), user);
    }

    @Operation(summary = "Train a model as a spec in JSON says, without files")
    @PostMapping(path = "/train", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Training> train(
            @PathVariable String name, @RequestBody JsonNode spec, Principal user) {
        return start(name, spec.toString(), List.of(), user);
    }

    private ResponseEntity<Training> start(String name, String spec, List<TrainingFile> files, Principal user) {
        if (!NAME.matcher(name).matches()) {
            throw bad("The name of a model is 1 to 64 letters, digits or . _ - and starts with a letter or digit");
        }
        try {
            TrainingSpec read = SpecFile.read(spec.getBytes(StandardCharsets.UTF_8));
            if (read.model() != null && !read.model().equals(name)) {
                throw bad("The spec is for model " + read.model() + ", the address for " + name);
            }
            Training training = startTraining
                    .start(UUID.randomUUID().toString(), read.named(name, read.version()), files, user == null ? "crosswise" : user.getName())
                    .orElseThrow(() -> new Problem(
                            HttpStatus.TOO_MANY_REQUESTS, "too-many-trainings", "Too many trainings", "Too many trainings wait; ask again when some have ended"));
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/models/" + name + "/trainings/" + training.trainingId()))
                    .body(training);
        } catch (TrainingImpossible e) {
            throw bad(e.getMessage());
        }
    }

    @Operation(summary = "How far a training is and what came of it")
    @GetMapping("/trainings/{id}")
    Training training(@PathVariable String name, @PathVariable String id) {
        return trainings.find(id)
                .filter(training -> training.model().equals(name))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND, "unknown-training", "Unknown training", "There is no such training of " + name));
    }

    @Operation(summary = "The trainings of a model, newest first")
    @GetMapping("/trainings")
    List<Training> trainings(@PathVariable String name) {
        return trainings.of(name);
    }

    private static List<TrainingFile> received(List<MultipartFile> files) throws IOException {
        List<TrainingFile> received = new ArrayList<>();
        long bytes = 0;
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            bytes += file.getSize();
            if (bytes > MOST_BYTES) {
                throw new Problem(
                        HttpStatus.PAYLOAD_TOO_LARGE, "files-too-large", "Files too large", "The files are at most 256 MB together; send a sample");
            }
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            received.add(new TrainingFile(last, file.getBytes()));
        }
        return received;
    }

    private static Problem bad(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "bad-training-spec", "Training refused", detail);
    }
}
