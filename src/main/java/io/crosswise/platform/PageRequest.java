package io.crosswise.platform;

import org.springframework.http.HttpStatus;

/** The paging every list understands. */
public final class PageRequest {
    public static final int MAX_SIZE = 200;

    private PageRequest() {}

    /** @throws Problem 400 unless the page is 0 or more and the size 1 to {@value #MAX_SIZE} */
    public static void check(int page, int size) {
        if (page < 0 || size < 1 || size > MAX_SIZE) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "bad-page", "Bad page", "page is 0 or more, size is 1 to " + MAX_SIZE);
        }
    }
}
