package io.crosswise.policy;

/** A version of a rule file that cannot judge any more. */
public class RuleFileGone extends RuntimeException {
    private RuleFileGone(String message, Throwable cause) {
        super(message, cause);
    }

    public static RuleFileGone unknown(String name, String sha256) {
        return new RuleFileGone("The rule file " + name + " with SHA-256 " + sha256 + " was never used here", null);
    }

    public static RuleFileGone broken(Throwable cause) {
        return new RuleFileGone("Rule files of that time do not compile in this build: " + cause.getMessage(), cause);
    }
}
