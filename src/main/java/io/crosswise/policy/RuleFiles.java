package io.crosswise.policy;

import io.crosswise.shared.StableHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The rule files in force, as they were compiled; every decision names their fingerprints. */
public record RuleFiles(List<RuleFile> files) {
    /**
     * @param name file name, for example {@code bundle.drl}
     * @param sha256 of the content in UTF-8, hexadecimal
     */
    public record RuleFile(String name, String sha256, String content) implements Serializable {}

    /** @throws IllegalStateException when a file is missing from {@code rules/} on the class path */
    public static RuleFiles fromClassPath(String... names) {
        return new RuleFiles(Arrays.stream(names).map(RuleFiles::read).toList());
    }

    private static RuleFile read(String name) {
        try (InputStream stream = RuleFiles.class.getResourceAsStream("/rules/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The rule file rules/" + name + " is missing from the class path");
            }
            byte[] bytes = stream.readAllBytes();
            return new RuleFile(name, StableHash.sha256(bytes), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The rule file rules/" + name + " cannot be read", e);
        }
    }
}
