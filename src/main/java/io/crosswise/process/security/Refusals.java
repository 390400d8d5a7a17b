package io.crosswise.process.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Sends a person without a login to the login page and one without the right to the error page, and answers programs with a problem detail. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (isPageOfABrowser(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
            return;
        }
        // A browser that is told "Basic" keeps the password and sends it along with forged requests of other sites.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Crosswise\", charset=\"UTF-8\"");
        }
        write(response, HttpStatus.UNAUTHORIZED, "unauthorized", "Log in with HTTP Basic; the user or the password is missing or wrong.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (refused instanceof CsrfException) {
            write(response, HttpStatus.FORBIDDEN, "no-page-token", "Send the cookie CSRF-TOKEN back as header X-CSRF-TOKEN, or log in with HTTP Basic.");
            return;
        }
        if (isPageOfABrowser(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        write(response, HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this; ask an administrator for the group it needs.");
    }

    static boolean isPageOfABrowser(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !path.startsWith("/camunda/api/");
    }

    /** @param type slug of the problem's stable type */
    void write(HttpServletResponse response, HttpStatus status, String type, String detail) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:crosswise:problem:" + type));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
