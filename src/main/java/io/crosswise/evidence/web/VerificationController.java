package io.crosswise.evidence.web;

import io.crosswise.evidence.LogHealth;
import io.crosswise.evidence.NothingSealed;
import io.crosswise.evidence.Verification;
import io.crosswise.evidence.VerifyLog;
import io.crosswise.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people have the decision log verified. */
@RestController
@RequestMapping("/api/v1/decision-log")
class VerificationController {
    private final VerifyLog verifyLog;
    private final LogHealth health;
    private final AtomicBoolean running = new AtomicBoolean();

    VerificationController(VerifyLog verifyLog, LogHealth health) {
        this.verifyLog = verifyLog;
        this.health = health;
    }

    @Operation(summary = "Verify the decision log: all of it, or the rows from one sequence to another")
    @GetMapping("/verification")
    Verification verify(@RequestParam(required = false) Long from, @RequestParam(required = false) Long to) {
        if (from == null && to == null) {
            return alone(verifyLog::whole);
        }
        long first = from == null ? 1 : from;
        long last = to == null ? Long.MAX_VALUE : to;
        if (first < 1 || last < first) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "from is 1 or more, and to is not less than from");
        }
        return alone(() -> verifyLog.part(first, last));
    }

    /** One at a time: a verification reads all it looks at. */
    private Verification alone(Supplier<Verification> verification) {
        if (!running.compareAndSet(false, true)) {
            throw new Problem(
                    HttpStatus.CONFLICT, "verification-running", "Verification running", "Somebody has the log verified; ask again later");
        }
        try {
            Verification found = verification.get();
            health.verified(found);
            return found;
        } catch (NothingSealed e) {
            throw new Problem(HttpStatus.BAD_REQUEST, "nothing-sealed", "Nothing sealed", e.getMessage());
        } finally {
            running.set(false);
        }
    }
}
