package io.crosswise.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * One value that is another.
 *
 * @param path JSON pointer into the record
 * @param stored null when the stored record has no such value
 * @param replayed null when the replayed one has none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Difference(String path, JsonNode stored, JsonNode replayed) {
    private static final Pattern VERSION = Pattern.compile("/(rules|models|catalogueVersion|shadowScores)(/.*)?|/scores/\\d+/version");

    /** Whether only another version judged, or was only watched, which says nothing yet about what was decided. */
    boolean isOfVersion() {
        return VERSION.matcher(path).matches();
    }
}
