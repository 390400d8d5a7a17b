package io.crosswise.catalog;

/** The published versions of the catalogue. */
public interface Catalogues {
    /** The version on sale now, from memory; an empty catalogue when none was published. */
    Catalogue current();

    /** @throws java.util.NoSuchElementException when no such version was published */
    Catalogue version(String version);

    /** Puts a version on sale; the same content again changes nothing. Answers what is on sale now. */
    Catalogue publish(Catalogue catalogue);
}
