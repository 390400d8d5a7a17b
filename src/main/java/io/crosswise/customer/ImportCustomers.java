package io.crosswise.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Imports the tables of a source as customers: all of them or, when anything is wrong with the files, none. */
public class ImportCustomers {
    private final Mappings mappings;
    private final LineReader reader;
    private final ImportStaging staging;
    private final ImportedCustomers customers;
    private final RefreshFeatures features;
    private final Clock clock;
    private final Function<Supplier<DataQualityReport>, DataQualityReport> inOneTransaction;

    public ImportCustomers(
            Mappings mappings,
            LineReader reader,
            ImportStaging staging,
            ImportedCustomers customers,
            RefreshFeatures features,
            Clock clock,
            Function<Supplier<DataQualityReport>, DataQualityReport> inOneTransaction) {
        this.mappings = mappings;
        this.reader = reader;
        this.staging = staging;
        this.customers = customers;
        this.features = features;
        this.clock = clock;
        this.inOneTransaction = inOneTransaction;
    }

    /**
     * A customer whose lines are those of its last import stays as it is, so that importing twice changes nothing.
     *
     * @throws ImportRefused when the mapping is unknown, a file is missing, not of the mapping or cannot be read
     */
    public DataQualityReport importFiles(String mappingName, List<SourceFile> files) {
        Mapping mapping = mapping(mappingName);
        Map<String, SourceFile> given = given(mapping, files);
        return inOneTransaction.apply(() -> {
            DataQualityReport report =
                    new ImportRun(mapping, staging, customers, LocalDate.now(clock)).run(given, reader);
            features.refresh();
            return report.withImportId(customers.log(report));
        });
    }

    /** Names of the files the mapping reads. @throws ImportRefused when the mapping is unknown */
    public Set<String> filesOf(String mappingName) {
        return mapping(mappingName).tables().stream().map(Mapping.Table::file).collect(Collectors.toCollection(TreeSet::new));
    }

    private Mapping mapping(String name) {
        return mappings.find(name)
                .orElseThrow(() -> new ImportRefused("unknown-mapping", "There is no mapping of that name"));
    }

    private Map<String, SourceFile> given(Mapping mapping, List<SourceFile> files) {
        Set<String> expected = filesOf(mapping.name());
        Map<String, SourceFile> given = new LinkedHashMap<>();
        for (SourceFile file : files) {
            if (!expected.contains(file.name())) {
                throw new ImportRefused("unexpected-file", "A file is not of this mapping, which reads " + expected);
            }
            if (given.put(file.name(), file) != null) {
                throw new ImportRefused("unexpected-file", "The file " + file.name() + " is given twice");
            }
        }
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(given.keySet());
        if (!missing.isEmpty()) {
            throw new ImportRefused("missing-file", "Missing: " + String.join(", ", missing));
        }
        return given;
    }
}
