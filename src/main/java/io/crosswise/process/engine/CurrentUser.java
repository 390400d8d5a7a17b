package io.crosswise.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who works the task right now, as the engine was told at the door. */
@Component
public class CurrentUser {
    private final IdentityService identity;

    CurrentUser(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** @throws BadUserRequestException when nobody is logged in */
    public String id() {
        return authentication().getUserId();
    }

    public Set<String> groups() {
        return authentication().getGroupIds() == null ? Set.of() : Set.copyOf(authentication().getGroupIds());
    }

    private Authentication authentication() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new BadUserRequestException("Only a logged-in person can complete this task");
        }
        return authentication;
    }
}
