package io.crosswise.platform;

import org.springframework.http.HttpStatus;

/** A refusal for the caller, answered as {@code application/problem+json} (RFC 9457); the detail says what to change. */
public class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String type;
    private final String title;

    /** @param type stable slug other systems may branch on, for example {@code unknown-customer} */
    public Problem(HttpStatus status, String type, String title, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }
}
