package io.crosswise.customer.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.crosswise.customer.ImportRefused;
import io.crosswise.customer.Mapping;
import io.crosswise.customer.Mappings;
import io.crosswise.shared.StableHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mappings as YAML files: first those of the operator's folder, then those the product ships. */
public final class YamlMappings implements Mappings {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Path folder;
    private final ObjectReader reader = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build()
            .readerFor(MappingFile.class);

    /** @param folder of the operator, null when there is none */
    public YamlMappings(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Mapping> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            Path own = folder == null ? null : folder.resolve(name + ".yaml");
            if (own != null && Files.isRegularFile(own)) {
                return Optional.of(read(name, Files.readAllBytes(own)));
            }
            try (InputStream shipped = getClass().getResourceAsStream("/mappings/" + name + ".yaml")) {
                return shipped == null ? Optional.empty() : Optional.of(read(name, shipped.readAllBytes()));
            }
        } catch (IOException e) {
            throw broken(name, "it cannot be read");
        }
    }

    private Mapping read(String name, byte[] yaml) throws IOException {
        try {
            MappingFile file = reader.readValue(yaml);
            return file.toMapping(name, StableHash.sha256(yaml));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw broken(name, "line " + line + ": " + e.getOriginalMessage().lines().findFirst().orElse("not YAML"));
        } catch (IllegalArgumentException e) {
            throw broken(name, e.getMessage());
        }
    }

    private static ImportRefused broken(String name, String why) {
        return new ImportRefused("broken-mapping", "The mapping " + name + " cannot be used: " + why);
    }
}
