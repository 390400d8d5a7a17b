package io.crosswise.process.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the product's login the webapps' login: they never ask again, and always see the groups the user has now. */
class WebappLogin extends OncePerRequestFilter {
    private final ProcessEngine engine;

    WebappLogin(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        List<String> groups = login.getAuthorities().stream()
                .map(authority -> authority.getAuthority().substring("ROLE_".length()))
                .toList();
        Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
        if (!(known.getAuthenticationForProcessEngine(engine.getName()) instanceof UserAuthentication current)
                || !current.getIdentityId().equals(login.getName())
                || !current.getGroupIds().equals(groups)) {
            known.addOrReplace(AuthenticationUtil.createAuthentication(engine, login.getName(), groups, List.of()));
        }
        chain.doFilter(request, response);
    }
}
