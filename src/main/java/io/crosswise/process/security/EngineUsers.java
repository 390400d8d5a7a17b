package io.crosswise.process.security;

import io.crosswise.process.engine.IdentityChanged;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Checks a login against the engine's users; the groups of a user are its authorities {@code ROLE_<group>}. */
public class EngineUsers implements AuthenticationProvider {
    private final IdentityService identity;
    private final RecentGroups checked;
    private final RecentGroups known;
    private final KeyedHash hash = new KeyedHash();

    /**
     * @param checked groups of users whose password was found right a moment ago
     * @param known groups of users who are logged in by a session
     */
    EngineUsers(IdentityService identity, RecentGroups checked, RecentGroups known) {
        this.identity = identity;
        this.checked = checked;
        this.known = known;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        List<String> groups = checked.get(hash.of(user, password), () -> check(user, password))
                .orElseThrow(() -> new BadCredentialsException("Unknown user or wrong password"));
        UsernamePasswordAuthenticationToken login = login(user, groups);
        login.setDetails(attempt.getDetails());
        return login;
    }

    /** A login as of now; nobody's groups when the user is gone. */
    UsernamePasswordAuthenticationToken current(String user) {
        return login(user, known.get(user, () -> Optional.of(groupsOf(user))).orElseThrow());
    }

    @EventListener(IdentityChanged.class)
    public void forget() {
        checked.forget();
        known.forget();
    }

    private Optional<List<String>> check(String user, String password) {
        return identity.checkPassword(user, password) ? Optional.of(groupsOf(user)) : Optional.empty();
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }

    private static UsernamePasswordAuthenticationToken login(String user, List<String> groups) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, groups.stream().map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
