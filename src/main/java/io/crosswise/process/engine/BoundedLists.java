package io.crosswise.process.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A caller who does not say how long a list may be gets the longest one allowed, where the engine alone would refuse to answer. */
class BoundedLists extends OncePerRequestFilter {
    private final String bound;

    BoundedLists(EngineSettings settings) {
        this.bound = "maxResults=" + settings.mostResults();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query != null && query.contains("maxResults=")) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return query == null || query.isEmpty() ? bound : query + "&" + bound;
                    }
                },
                response);
    }
}
