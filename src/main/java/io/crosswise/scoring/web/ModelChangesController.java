package io.crosswise.scoring.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.platform.Problem;
import io.crosswise.scoring.ChallengeChampion;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelChange;
import io.crosswise.scoring.ModelChange.Blocked;
import io.crosswise.scoring.ModelChange.Changed;
import io.crosswise.scoring.ModelChange.Refused;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.PromoteModel;
import io.crosswise.scoring.RegisterModel;
import io.crosswise.scoring.RetireModel;
import io.crosswise.scoring.RollBackModel;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where people bring models and decide what becomes of them. */
@RestController
@RequestMapping("/api/v1/models")
class ModelChangesController {
    private final RegisterModel registerModel;
    private final PromoteModel promoteModel;
    private final ChallengeChampion challengeChampion;
    private final RollBackModel rollBackModel;
    private final RetireModel retireModel;
    private final ObjectMapper json;

    ModelChangesController(
            RegisterModel registerModel,
            PromoteModel promoteModel,
            ChallengeChampion challengeChampion,
            RollBackModel rollBackModel,
            RetireModel retireModel,
            ObjectMapper json) {
        this.registerModel = registerModel;
        this.promoteModel = promoteModel;
        this.challengeChampion = challengeChampion;
        this.rollBackModel = rollBackModel;
        this.retireModel = retireModel;
        this.json = json;
    }

    @Operation(summary = "Register a PMML file as a candidate; a mapping says which of our features fill its fields")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Model> register(
            @RequestParam String name,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) String mapping,
            @RequestParam(required = false) String reason,
            Principal user)
            throws IOException {
        if (file.getSize() > RegisterModel.MAX_BYTES) {
            throw new Problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "model-too-large",
                    "Model too large",
                    "A model file is at most 50 MB; use fewer or smaller trees");
        }
        ModelFile received = new ModelFile(name.strip(), file.getBytes(), MappingBody.read(mapping, json), null);
        Model model = registerModel.register(received, "uploaded", who(user), reason);
        return ResponseEntity.created(location(model)).body(model);
    }

    @Operation(summary = "Let a version decide; refused with the gates it does not pass")
    @PostMapping("/{name}/versions/{version}/promote")
    ResponseEntity<?> promote(
            @PathVariable String name, @PathVariable String version, @RequestBody PromotionBody body, Principal user) {
        return answer(promoteModel.promote(name, version, body.reason(), body.reasons(), who(user)));
    }

    @Operation(summary = "Try a version in the champion's shadow (SHADOW) or for a share of the customers (SPLIT)")
    @PostMapping("/{name}/versions/{version}/challenge")
    ResponseEntity<?> challenge(
            @PathVariable String name, @PathVariable String version, @RequestBody ChallengeBody body, Principal user) {
        return answer(challengeChampion.challenge(name, version, body.challenge(), body.reason(), who(user)));
    }

    @Operation(summary = "Go back to the champion before the present one, at once")
    @PostMapping("/{name}/rollback")
    ResponseEntity<?> rollBack(
            @PathVariable String name, @RequestBody(required = false) ReasonBody body, Principal user) {
        return answer(rollBackModel.rollBack(name, ReasonBody.of(body), who(user)));
    }

    @Operation(summary = "Take a candidate or challenger out of the way")
    @PostMapping("/{name}/versions/{version}/retire")
    ResponseEntity<?> retire(
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody(required = false) ReasonBody body,
            Principal user) {
        return answer(retireModel.retire(name, version, ReasonBody.of(body), who(user)));
    }

    private static ResponseEntity<?> answer(ModelChange change) {
        if (change instanceof Changed changed) {
            return ResponseEntity.ok(changed.model());
        }
        ProblemDetail problem;
        if (change instanceof Blocked blocked) {
            problem = ModelProblems.problem(
                    HttpStatus.CONFLICT,
                    "gates-not-passed",
                    "Gates not passed",
                    "The version does not pass the gates named; those that are acceptable can be accepted with a reason each,"
                            + " for example \"accept\":[{\"gate\":\"LEAK\",\"reason\":\"known before the offer\"}]");
            problem.setProperty("gates", blocked.gates());
        } else {
            Refused refused = (Refused) change;
            String type = refused.code().toLowerCase(Locale.ROOT).replace('_', '-');
            boolean incomplete = refused.code().equals("REASON_MISSING");
            problem = ModelProblems.problem(
                    incomplete ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT, type, "Not possible", refused.text());
        }
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static URI location(Model model) {
        return URI.create("/api/v1/models/" + model.name() + "/versions/" + model.version());
    }

    private static String who(Principal user) {
        return user == null ? "crosswise" : user.getName();
    }
}
