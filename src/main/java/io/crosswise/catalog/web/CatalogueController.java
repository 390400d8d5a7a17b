package io.crosswise.catalog.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.catalog.InvalidCatalogue;
import io.crosswise.catalog.PublishCatalogue;
import io.crosswise.catalog.json.CatalogueReader;
import io.crosswise.platform.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue over HTTP: what is on sale, and putting another version on sale. */
@RestController
@RequestMapping("/api/v1/catalog")
class CatalogueController {
    private final Catalogues catalogues;
    private final PublishCatalogue publishCatalogue;
    private final CatalogueReader reader;

    CatalogueController(Catalogues catalogues, PublishCatalogue publishCatalogue, CatalogueReader reader) {
        this.catalogues = catalogues;
        this.publishCatalogue = publishCatalogue;
        this.reader = reader;
    }

    @GetMapping
    Catalogue onSale() {
        return catalogues.current();
    }

    @PutMapping
    Catalogue publish(@RequestBody JsonNode document) {
        try {
            return publishCatalogue.publish(reader.read(document));
        } catch (InvalidCatalogue e) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "invalid-catalogue",
                    "The catalogue cannot go on sale",
                    e.getMessage());
        }
    }
}
