package io.crosswise.process.security;

import static io.crosswise.process.security.Role.ADMIN;
import static io.crosswise.process.security.Role.AGENT;
import static io.crosswise.process.security.Role.APPROVER;
import static io.crosswise.process.security.Role.INTEGRATION;
import static io.crosswise.process.security.Role.MANAGER;
import static io.crosswise.process.security.Role.MARKETER;
import static io.crosswise.process.security.Role.SCIENTIST;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The table of roles for every path of the product; what it does not name is refused. An administrator may do all of it. */
class AccessRules {
    private static final Role[] TASK_WORKERS = {MANAGER, AGENT, APPROVER, SCIENTIST};
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry table;

    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry registry) {
        table = registry;
        // What the server dispatches itself was judged when the request came in.
        table.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll();
        table.requestMatchers(PATHS.matcher(GET, "/actuator/health")).permitAll();
        table.requestMatchers(PATHS.matcher(GET, "/favicon.ico")).permitAll();
        decisions();
        customers();
        rules();
        learning();
        experiments();
        engineRest();
        webapps();
        on(GET, "/swagger-ui.html", Role.values());
        on(GET, "/swagger-ui/**", Role.values());
        on(GET, "/v3/api-docs/**", Role.values());
        on(GET, "/", Role.values());
        on(GET, "/index.html", Role.values());
        on(GET, "/source", Role.values());
        on(null, "/actuator/**");
        table.anyRequest().denyAll();
    }

    private void decisions() {
        on(POST, "/api/v1/triggers", INTEGRATION);
        on(GET, "/api/v1/triggers/**", INTEGRATION);
        on(POST, "/api/v1/responses", INTEGRATION);
        on(GET, "/api/v1/responses", MARKETER);
        on(null, "/tmf-api/**", INTEGRATION);
        on(GET, "/api/v1/decisions/*/contributions", MARKETER, MANAGER, AGENT, SCIENTIST);
        on(POST, "/api/v1/decisions/*/replay", MARKETER);
        on(null, "/api/v1/replays/**", MARKETER);
        on(GET, "/api/v1/decisions/**", MARKETER, MANAGER, AGENT);
        on(GET, "/api/v1/decision-log/verification", MARKETER);
        on(GET, "/decisions/**", MARKETER, MANAGER, AGENT);
        on(GET, "/api/v1/opportunity-costs", MARKETER);
        on(GET, "/api/v1/suppressed-contacts", MARKETER, AGENT);
        on(GET, "/api/v1/attributions/**", MARKETER, MANAGER);
        on(GET, "/api/v1/kpis/**", MARKETER, MANAGER);
    }

    private void customers() {
        on(GET, "/api/v1/customers/{id}/offers", INTEGRATION, MARKETER, MANAGER, AGENT);
        on(PUT, "/api/v1/customers/{id}/consents", INTEGRATION, AGENT, MANAGER);
        on(DELETE, "/api/v1/customers/{id}/personal-data");
        on(GET, "/api/v1/customers/**", MARKETER, MANAGER, AGENT);
        on(null, "/api/v1/imports/**");
        on(GET, "/api/v1/catalog/**", MARKETER, MANAGER, AGENT);
        on(PUT, "/api/v1/catalog/**");
    }

    private void rules() {
        on(GET, "/rules/**", MARKETER);
        on(GET, "/webjars/dmn-js/**", Role.values());
        on(GET, "/api/v1/rules/**", MARKETER);
        on(PUT, "/api/v1/rules/{name}", MARKETER);
        on(POST, "/api/v1/rules/**", MARKETER);
    }

    private void learning() {
        on(GET, "/models/**", SCIENTIST, MARKETER);
        on(GET, "/_static/**", Role.values());
        on(GET, "/api/v1/models/**", SCIENTIST, MARKETER);
        on(null, "/api/v1/models/**", SCIENTIST);
        on(null, "/api/v1/feature-runs/**", SCIENTIST);
        on(GET, "/api/v1/batch-scores/**", SCIENTIST, MARKETER);
        on(null, "/api/v1/batch-scores/**", SCIENTIST);
        on(GET, "/api/v1/substitutions", SCIENTIST, MARKETER);
        on(POST, "/api/v1/substitutions/learn", SCIENTIST);
    }

    private void experiments() {
        on(GET, "/experiments/**", MARKETER, SCIENTIST);
        on(GET, "/api/v1/experiments/**", MARKETER, SCIENTIST);
        on(null, "/api/v1/experiments/**", MARKETER);
    }

    /** Narrower than the engine's own authorizations, which guard what lies behind these doors. */
    private void engineRest() {
        on(POST, "/engine-rest/message", INTEGRATION, SCIENTIST);
        on(POST, "/engine-rest/process-definition/key/{key}/start", INTEGRATION);
        on(null, "/engine-rest/external-task/**", INTEGRATION);
        on(null, "/engine-rest/task/**", TASK_WORKERS);
        on(GET, "/engine-rest/filter/**", TASK_WORKERS);
        on(GET, "/engine-rest/version", Role.values());
        on(POST, "/engine-rest/deployment/create", MARKETER);
        on(GET, "/engine-rest/deployment/**", MARKETER);
        on(GET, "/engine-rest/decision-definition/**", MARKETER);
        on(null, "/engine-rest/**");
    }

    private void webapps() {
        // One login for all: nobody changes identity inside the webapps, and the first administrator comes from the configuration.
        table.requestMatchers(PATHS.matcher("/camunda/api/admin/auth/user/{engine}/login/**")).denyAll();
        table.requestMatchers(PATHS.matcher("/camunda/api/admin/setup/**")).denyAll();
        on(null, "/camunda/**", TASK_WORKERS);
    }

    private void on(HttpMethod method, String path, Role... roles) {
        String[] allowed = Stream.concat(Arrays.stream(roles), Stream.of(ADMIN))
                .map(Role::group)
                .distinct()
                .toArray(String[]::new);
        table.requestMatchers(PATHS.matcher(method, path)).hasAnyRole(allowed);
    }
}
