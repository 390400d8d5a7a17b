package io.crosswise.table.web;

import io.crosswise.platform.Problem;
import io.crosswise.table.ChangeTable;
import io.crosswise.table.ChangeTable.Outcome;
import io.crosswise.table.JudgeTable;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where people change tables: bring one, go back, take or leave what the product offers. */
@RestController
@RequestMapping("/api/v1/rules/{name}")
class RuleChangesController {
    private final ChangeTable changeTable;

    RuleChangesController(ChangeTable changeTable) {
        this.changeTable = changeTable;
    }

    /** @param version to go back to; null for the one before the newest */
    record RollbackBody(Integer version, String reason) {}

    record ReasonBody(String reason) {
        static String of(ReasonBody body) {
            return body == null ? null : body.reason();
        }
    }

    @Operation(summary = "Bring a table as DMN; it decides at once. 201 with the new version, 200 when nothing changes, 422 with what is wrong,"
            + " 412 when If-Match names another version than the one that decides")
    @PutMapping(consumes = "!application/x-www-form-urlencoded")
    ResponseEntity<Outcome> put(
            @PathVariable String name,
            HttpServletRequest request,
            @RequestParam(required = false) String reason,
            @RequestHeader(name = "If-Match", required = false) String ifMatch,
            Principal user)
            throws IOException {
        byte[] file = request.getInputStream().readNBytes(JudgeTable.MOST_BYTES + 1);
        if (file.length > JudgeTable.MOST_BYTES) {
            throw new Problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "payload-too-large",
                    "Payload too large",
                    "A table has at most " + (JudgeTable.MOST_BYTES >> 20) + " MB");
        }
        String expected = ifMatch == null || ifMatch.equals("*") ? null : ifMatch.replace("W/", "").replace("\"", "");
        return answer(changeTable.deploy(name, file, user.getName(), reason, expected));
    }

    @Operation(summary = "Bring the content of an earlier version back as the newest: the one named, or the one before")
    @PostMapping("/rollback")
    ResponseEntity<Outcome> rollBack(@PathVariable String name, @RequestBody(required = false) RollbackBody body, Principal user) {
        return answer(changeTable.rollBack(
                name, body == null ? null : body.version(), user.getName(), body == null ? null : body.reason()));
    }

    @Operation(summary = "Take what the product offers; from then on the product updates the table again")
    @PostMapping("/drafts/{sha256}/adopt")
    ResponseEntity<Outcome> adopt(
            @PathVariable String name, @PathVariable String sha256, @RequestBody(required = false) ReasonBody body, Principal user) {
        return answer(changeTable.adopt(name, sha256, user.getName(), ReasonBody.of(body)));
    }

    @Operation(summary = "Leave what the product offers")
    @PostMapping("/drafts/{sha256}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(
            @PathVariable String name, @PathVariable String sha256, @RequestBody(required = false) ReasonBody body, Principal user) {
        changeTable.decline(name, sha256, user.getName(), ReasonBody.of(body));
    }

    private static ResponseEntity<Outcome> answer(Outcome outcome) {
        if (!outcome.changed()) {
            return ResponseEntity.ok(outcome);
        }
        return ResponseEntity.created(
                        URI.create("/api/v1/rules/" + outcome.now().name() + "/versions/" + outcome.now().version()))
                .eTag(outcome.now().sha256())
                .body(outcome);
    }
}
