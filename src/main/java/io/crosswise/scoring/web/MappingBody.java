package io.crosswise.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.FieldMapping;
import java.util.Map;

/** The mapping of a foreign file as callers write it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MappingBody(Map<String, String> fields, String output) {

    static MappingBody of(FieldMapping mapping) {
        return new MappingBody(mapping.featureByField(), mapping.output());
    }

    /** @param text null for none */
    static FieldMapping read(String text, ObjectMapper json) {
        if (text == null || text.isBlank()) {
            return FieldMapping.NONE;
        }
        try {
            MappingBody body = json.readerFor(MappingBody.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(text);
            if (body == null || body.fields() != null && body.fields().values().stream().anyMatch(name -> name == null)) {
                throw bad();
            }
            return new FieldMapping(body.fields(), body.output());
        } catch (JsonProcessingException e) {
            throw bad();
        }
    }

    private static RuntimeException bad() {
        return ModelProblems.badRequest(
                "bad-mapping",
                "mapping is JSON such as {\"fields\":{\"theirField\":\"tenure_months\"},\"output\":\"probability(1)\"}");
    }
}
