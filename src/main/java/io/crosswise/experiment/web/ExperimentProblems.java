package io.crosswise.experiment.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.crosswise.experiment.ExperimentChange.Refused;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals in words. */
final class ExperimentProblems {
    private ExperimentProblems() {}

    static ResponseEntity<ProblemDetail> answer(Refused refused) {
        HttpStatus status = refused.code().equals("INVALID_EXPERIMENT") ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT;
        ProblemDetail problem = problem(
                status,
                refused.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                status == HttpStatus.CONFLICT ? "Not possible" : "Not a valid experiment",
                String.join(". ", refused.objections()) + ".");
        problem.setProperty("objections", refused.objections());
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** A value of the wrong form, named with what is possible. */
    static ProblemDetail unreadable(Throwable cause) {
        return problem(HttpStatus.BAD_REQUEST, "unreadable-experiment", "Unreadable experiment", detail(cause));
    }

    static ProblemDetail problem(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:crosswise:problem:" + type));
        problem.setTitle(title);
        return problem;
    }

    private static String detail(Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "There is no %s; known are %s"
                    .formatted(
                            path(unknown),
                            unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
        }
        if (!(cause instanceof InvalidFormatException wrong)) {
            return "The body is a JSON object such as {\"name\":…,\"kind\":…,\"hypothesis\":…,\"until\":…,\"arms\":[…]}";
        }
        String possible = wrong.getTargetType().isEnum()
                ? "one of " + Arrays.toString(wrong.getTargetType().getEnumConstants())
                : "a " + wrong.getTargetType().getSimpleName().toLowerCase(Locale.ROOT);
        return "%s is %s, not %s".formatted(path(wrong), possible, wrong.getValue());
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }
}
