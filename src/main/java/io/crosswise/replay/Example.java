package io.crosswise.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A decision that came out different, or not at all; a run keeps the first few.
 *
 * @param differences the first of them
 * @param failure why it did not come out, null when it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Example(String decisionId, List<Difference> differences, String failure) {}
