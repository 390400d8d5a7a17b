package io.crosswise.customer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Imports the files of a folder while the product starts. */
public final class ImportAtStart {
    private final ImportCustomers importCustomers;

    public ImportAtStart(ImportCustomers importCustomers) {
        this.importCustomers = importCustomers;
    }

    /** Files of the folder the mapping does not read are left alone. @throws ImportRefused when anything is wrong with the others */
    public DataQualityReport importDirectory(Path directory, String mapping) {
        if (mapping == null || mapping.isBlank()) {
            throw new ImportRefused("unknown-mapping", "crosswise.import.mapping must name the mapping of the files");
        }
        if (!Files.isDirectory(directory)) {
            throw new ImportRefused("missing-file", "crosswise.import.directory is no folder: " + directory);
        }
        Set<String> names = importCustomers.filesOf(mapping);
        List<SourceFile> files = names.stream()
                .filter(name -> Files.isRegularFile(directory.resolve(name)))
                .map(name -> new SourceFile(name, () -> Files.newInputStream(directory.resolve(name))))
                .toList();
        return importCustomers.importFiles(mapping, files);
    }
}
