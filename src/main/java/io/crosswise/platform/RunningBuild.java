package io.crosswise.platform;

import io.crosswise.shared.Build;
import io.crosswise.shared.StableHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Says which build runs: two builds of one version may differ in code, so the classes themselves are hashed. */
final class RunningBuild {
    private static final String ROOT = "io/crosswise/";
    private static final int DIGITS = 12;

    private RunningBuild() {}

    /** @param properties null when the build left none */
    static Build of(BuildProperties properties) {
        return new Build(
                properties == null ? Build.UNKNOWN.version() : properties.getVersion(),
                properties == null ? null : properties.getTime(),
                code());
    }

    private static String code() {
        String classes = RunningBuild.class.getProtectionDomain().getCodeSource().getLocation().toString();
        try {
            Map<String, String> hashes = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(classes + ROOT + "**/*.class")) {
                String place = file.getURL().toString();
                hashes.put(place.substring(place.lastIndexOf(ROOT)), StableHash.sha256(file.getContentAsByteArray()));
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            hashes.forEach((name, hash) -> all.writeBytes((name + " " + hash + "\n").getBytes(StandardCharsets.UTF_8)));
            return hashes.isEmpty() ? Build.UNKNOWN.code() : StableHash.sha256(all.toByteArray()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
