package io.crosswise.customer;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where customers are imported from.
 *
 * @param mappings folder with mappings of the operator's own, null for none
 * @param directory folder whose files are imported at start-up, null for none
 * @param mapping of the files in {@code directory}
 * @param maxSize largest upload, all files together; uploads lie on disk, not in memory
 */
@ConfigurationProperties("crosswise.import")
record ImportSettings(Path mappings, Path directory, String mapping, @DefaultValue("4GB") DataSize maxSize) {}
