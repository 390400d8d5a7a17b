package io.crosswise.process.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses every request to the engine's APIs that names a field ending in {@code Expression}, in its query string or at any depth of its
 * JSON: such fields of queries run code (CVE-2026-109432). JSON is read, not searched, so that an escaped name is found too.
 */
class ExpressionDoor extends OncePerRequestFilter {
    /** Longest JSON body in bytes; files arrive as multipart and are not limited here. */
    static final int LONGEST = 4 * 1024 * 1024;

    private final JsonFactory json = new JsonFactory();
    private final Refusals refusals;

    ExpressionDoor(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (namesExpression(request.getQueryString())) {
            refuse(response);
        } else if (carriesForm(request)) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                refusals.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "Send at most " + LONGEST + " bytes of JSON.");
            } else {
                judge(request, response, chain, body);
            }
        }
    }

    private void judge(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body)
            throws ServletException, IOException {
        boolean refused;
        try {
            refused = namesExpression(body);
        } catch (JsonProcessingException e) {
            // What this parser cannot read, a more lenient one behind it might.
            refusals.write(response, HttpStatus.BAD_REQUEST, "malformed-json",
                    "The body is not well-formed JSON, line " + e.getLocation().getLineNr() + ".");
            return;
        }
        if (refused) {
            refuse(response);
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        refusals.write(response, HttpStatus.BAD_REQUEST, "expression-refused",
                "Fields whose name ends in Expression are not accepted; send the value itself.");
    }

    private boolean namesExpression(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean namesExpression(String query) {
        if (query == null) {
            return false;
        }
        for (String parameter : query.split("[&;]")) {
            try {
                if (isExpression(URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8))) {
                    return true;
                }
            } catch (IllegalArgumentException e) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static boolean carriesForm(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT).strip();
        return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
    }
}
