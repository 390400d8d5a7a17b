package io.crosswise.scoring.web;

import io.crosswise.platform.Problem;
import io.crosswise.scoring.UnknownModel;
import io.crosswise.scoring.UnusableModel;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of the registry as problem details, on every page that names a model. */
@RestControllerAdvice
class ModelProblems {
    @ExceptionHandler(UnknownModel.class)
    ProblemDetail unknown(UnknownModel refusal) {
        return problem(HttpStatus.NOT_FOUND, "unknown-model", "Unknown model", refusal.getMessage());
    }

    @ExceptionHandler(UnusableModel.class)
    ProblemDetail unusable(UnusableModel refusal) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "unusable-model", "Model refused", refusal.getMessage());
    }

    static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:crosswise:problem:" + type));
        problem.setTitle(title);
        return problem;
    }

    static Problem badRequest(String type, String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, type, "Not understood", detail);
    }
}
