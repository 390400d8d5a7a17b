package io.crosswise.process.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests another site could make a logged-in browser send: they need the token of this site. A program that brings its own
 * credentials needs none; a browser that sends remembered ones says where the request came from. The webapps' API checks its own token.
 */
class ForgeableRequests implements RequestMatcher {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || isWebappApi(request)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null || site != null && OTHER_SITES.contains(site);
    }

    private static boolean isWebappApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/");
    }
}
