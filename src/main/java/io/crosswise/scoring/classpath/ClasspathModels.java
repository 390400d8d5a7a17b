package io.crosswise.scoring.classpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.PackagedModels;
import io.crosswise.scoring.UnusableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the files of a Spring resource pattern; {@code <name>.report.json} beside {@code <name>.pmml} is its training report. */
public class ClasspathModels implements PackagedModels {
    private static final String ENDING = ".pmml";

    private final String pattern;
    private final ResourcePatternResolver resources;
    private final ObjectMapper json;

    /** @param pattern for example {@code classpath*:pmml-models/*.pmml} */
    public ClasspathModels(String pattern, ResourcePatternResolver resources, ObjectMapper json) {
        this.pattern = pattern;
        this.resources = resources;
        this.json = json;
    }

    @Override
    public List<ModelFile> read() {
        try {
            return Arrays.stream(resources.getResources(pattern)).map(this::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The models at " + pattern + " cannot be read", e);
        }
    }

    private ModelFile read(Resource file) {
        String fileName = String.valueOf(file.getFilename());
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        try {
            Resource report = file.createRelative(name + ".report.json");
            JsonNode read = report.exists() ? json.readTree(report.getContentAsByteArray()) : null;
            return new ModelFile(name, file.getContentAsByteArray(), FieldMapping.NONE, read);
        } catch (IOException e) {
            throw UnusableModel.of(name, "the file or its report cannot be read", e);
        }
    }
}
