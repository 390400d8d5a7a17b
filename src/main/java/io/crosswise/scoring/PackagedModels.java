package io.crosswise.scoring;

import java.util.List;

/** The model files that come with the product. */
public interface PackagedModels {
    /** @throws UnusableModel when a file or its report cannot be read */
    List<ModelFile> read();
}
