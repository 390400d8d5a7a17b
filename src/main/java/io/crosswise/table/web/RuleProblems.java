package io.crosswise.table.web;

import io.crosswise.table.ChangedMeanwhile;
import io.crosswise.table.RefusedTable;
import io.crosswise.table.UnknownTable;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals about tables as problem details; what is wrong with a table is also there piece by piece. */
@RestControllerAdvice
class RuleProblems {
    @ExceptionHandler(UnknownTable.class)
    ProblemDetail unknown(UnknownTable refusal) {
        return problem(HttpStatus.NOT_FOUND, "unknown-rule", "Unknown rule", refusal.getMessage());
    }

    @ExceptionHandler(ChangedMeanwhile.class)
    ProblemDetail changed(ChangedMeanwhile refusal) {
        return problem(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "Changed meanwhile", refusal.getMessage());
    }

    @ExceptionHandler(RefusedTable.class)
    ProblemDetail refused(RefusedTable refusal) {
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_ENTITY, "refused-table", "Table refused", refusal.getMessage());
        problem.setProperty("complaints", refusal.complaints());
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:crosswise:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
