package io.crosswise.catalog;

import java.util.List;

/** Puts a catalogue on sale after checking that its entries fit together. */
public class PublishCatalogue {
    private final Catalogues catalogues;

    public PublishCatalogue(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * The same content again changes nothing.
     *
     * @return what is on sale now
     * @throws InvalidCatalogue when entries contradict each other
     */
    public Catalogue publish(Catalogue catalogue) {
        List<String> problems = new CatalogueCheck(catalogue).problems();
        if (!problems.isEmpty()) {
            throw InvalidCatalogue.because(problems);
        }
        return catalogues.publish(catalogue);
    }
}
