package io.crosswise.process.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator, created when no user of that name exists; an existing user keeps the password people gave it. */
@ConfigurationProperties("crosswise.admin")
public record AdminSettings(String user, String password) {
    boolean isConfigured() {
        return user != null && !user.isBlank() && password != null && !password.isBlank();
    }

    @Override
    public String toString() {
        return "AdminSettings[user=" + user + "]";
    }
}
