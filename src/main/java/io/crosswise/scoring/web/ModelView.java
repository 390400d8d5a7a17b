package io.crosswise.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.scoring.Model;
import java.util.List;

/**
 * What decides for one model.
 *
 * @param champion null when there is none
 * @param features the champion reads
 * @param versions how many there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(
        String name,
        Model champion,
        List<Model> challengers,
        String function,
        Boolean compiled,
        List<String> features,
        int versions) {}
