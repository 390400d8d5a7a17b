package io.crosswise.platform;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns refusals into problem details with a stable type; anything else stays a 500 without inner details. */
@RestControllerAdvice
class ProblemDetails extends ResponseEntityExceptionHandler {

    @ExceptionHandler(Problem.class)
    ProblemDetail refused(Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
        detail.setType(type(problem.type()));
        detail.setTitle(problem.title());
        return detail;
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception ex, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> response = super.handleExceptionInternal(ex, body, headers, status, request);
        if (response != null && response.getBody() instanceof ProblemDetail detail && detail.getTitle() != null) {
            detail.setType(type(detail.getTitle().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-")));
        }
        return response;
    }

    private static URI type(String slug) {
        return URI.create("urn:crosswise:problem:" + slug);
    }
}
