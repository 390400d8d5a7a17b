package io.crosswise.process.engine;

/** A user, a password, a group or a membership was changed; what was known about logins is old. */
public record IdentityChanged() {}
