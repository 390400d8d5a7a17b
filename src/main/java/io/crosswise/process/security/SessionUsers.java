package io.crosswise.process.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a session the groups its user has today: who loses a role loses it without logging out. */
class SessionUsers extends OncePerRequestFilter {
    private final EngineUsers users;

    SessionUsers(EngineUsers users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.isAuthenticated() && isFromSession(request, login)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(users.current(login.getName()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static boolean isFromSession(HttpServletRequest request, Authentication login) {
        return request.getSession(false) != null
                && request.getSession(false).getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext stored
                && stored.getAuthentication() == login;
    }
}
