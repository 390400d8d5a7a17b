package io.crosswise.scoring.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelEvent;
import io.crosswise.scoring.ReleaseGate;
import java.util.List;

/**
 * All there is to know of a version.
 *
 * @param remarks what a person should know before trusting it
 * @param gates as judged at its training and its registration
 * @param report of its training, null without one
 */
record VersionView(
        @JsonUnwrapped Model model,
        String function,
        boolean compiled,
        List<String> features,
        List<String> remarks,
        MappingBody mapping,
        List<ReleaseGate> gates,
        List<ModelEvent> events,
        JsonNode report) {}
