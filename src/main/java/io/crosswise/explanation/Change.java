package io.crosswise.explanation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * One thing that could be otherwise with a customer, from a little of it to all of it.
 *
 * @param code names the sentence {@code change.<code>} that tells it
 * @param steps smallest first; what a small step reaches, a larger one is taken to reach too
 */
record Change(String code, List<Step> steps) {
    /**
     * @param alter changes what was read for the decision, as JSON
     * @param values of the sentence
     */
    record Step(Consumer<ObjectNode> alter, List<Object> values) {}

    static Step step(Consumer<ObjectNode> alter, Object... values) {
        return new Step(alter, List.of(values));
    }
}
