package io.crosswise.policy;

import java.util.Map;

/** The rules in force, and every version of a rule file that ever judged. */
public interface RuleVersions {
    Rules inForce();

    /**
     * The rules in force with these files in the versions named.
     *
     * @param sha256 of the content in UTF-8, hexadecimal, by file name
     * @throws RuleFileGone when a version was never used, or does not compile in this build
     */
    Rules of(Map<String, String> sha256);
}
