package io.crosswise.scoring.pmml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a loaded file besides its arithmetic.
 *
 * @param function PMML mining function
 * @param inputs its fields
 * @param remarks what a person should know before trusting it
 * @param verified whether the rows explanations compare with are the file's own verification rows
 */
record PmmlHeader(
        String name,
        String version,
        String sha256,
        String function,
        List<Input> inputs,
        List<String> features,
        List<String> remarks,
        boolean verified) {

    /** The declared values of its categorical features, by feature. */
    Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new TreeMap<>();
        inputs.stream()
                .filter(input -> input.category() != null)
                .forEach(input -> texts.put(input.feature(), input.category().values()));
        return texts;
    }

    /** For example {@code 22 verification rows}. */
    String rows(int count) {
        return count + (verified ? " verification rows" : " generated rows");
    }
}
