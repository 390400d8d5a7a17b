package io.crosswise.learning.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.crosswise.learning.TrainingImpossible;
import io.crosswise.learning.TrainingSpec;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A training spec as YAML; JSON is YAML too. A misspelt word is refused rather than ignored. */
public final class SpecFile {
    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build()
            .readerFor(TrainingSpec.class);

    private SpecFile() {}

    /** @throws TrainingImpossible saying the line and what is wrong with it */
    public static TrainingSpec read(byte[] yaml) {
        try {
            TrainingSpec spec = READER.readValue(yaml);
            if (spec == null) {
                throw new TrainingImpossible("The spec is empty");
            }
            return spec;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("it is no YAML");
            throw new TrainingImpossible("The spec cannot be read: line " + line + ": " + what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
