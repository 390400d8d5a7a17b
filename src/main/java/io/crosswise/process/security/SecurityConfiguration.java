package io.crosswise.process.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.platform.DemoMode;
import java.time.Clock;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the one login for everything the product serves. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final RequestMatcher LOGOUT = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout");
    private static final RequestMatcher WEBAPP_LOGOUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    @Bean
    SecurityFilterChain everything(HttpSecurity http, ObjectMapper json, EngineUsers users) throws Exception {
        Refusals refusals = new Refusals(json);
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(Refusals::isPageOfABrowser);
        return http.authorizeHttpRequests(new AccessRules()::apply)
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusals)
                        .defaultAuthenticationEntryPointFor(refusals, AnyRequestMatcher.INSTANCE))
                .authenticationProvider(users)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .formLogin(form -> form.defaultSuccessUrl("/"))
                .addFilterAfter(new SessionUsers(users), BasicAuthenticationFilter.class)
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(LOGOUT, WEBAPP_LOGOUT))
                        .defaultLogoutSuccessHandlerFor(new HttpStatusReturningLogoutSuccessHandler(), WEBAPP_LOGOUT))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenCookie())
                        .csrfTokenRequestHandler(new PageTokens())
                        .requireCsrfProtectionMatcher(new ForgeableRequests()))
                .requestCache(cache -> cache.requestCache(pages))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Named apart from the webapps' own {@code XSRF-TOKEN}, which a browser would mix up with it. */
    private static CookieCsrfTokenRepository tokenCookie() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName("CSRF-TOKEN");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax"));
        return cookie;
    }

    @Bean
    EngineUsers engineUsers(IdentityService identity, SecuritySettings settings, Clock clock) {
        return new EngineUsers(
                identity,
                new RecentGroups(settings.credentialsCache(), clock),
                new RecentGroups(settings.credentialsCache(), clock));
    }

    /** Behind the login, before anything that reads the body. */
    @Bean
    FilterRegistrationBean<ExpressionDoor> expressionDoor(ObjectMapper json) {
        FilterRegistrationBean<ExpressionDoor> filter = new FilterRegistrationBean<>(new ExpressionDoor(new Refusals(json)));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(0);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineRestLogin> engineRestLogin(IdentityService identity) {
        FilterRegistrationBean<EngineRestLogin> filter = new FilterRegistrationBean<>(new EngineRestLogin(identity));
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }

    @Bean
    CookieSameSiteSupplier sessionStaysOnThisSite() {
        return CookieSameSiteSupplier.ofLax().whenHasName("JSESSIONID");
    }

    @Bean
    PrepareAccess prepareAccess(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            SecuritySettings settings,
            AdminSettings admin,
            Environment environment) {
        boolean demoUsers = settings.demoUsers() || environment.acceptsProfiles(Profiles.of(DemoMode.PROFILE));
        GroupRights rights = new GroupRights(authorizations);
        return new PrepareAccess(
                new TransactionTemplate(transactions),
                jdbc,
                new FirstUsers(identity, admin, demoUsers),
                rights,
                new TaskFilters(filters, tasks, rights));
    }
}
