package io.crosswise.catalog.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogue.Service;
import io.crosswise.shared.StableHash;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The one written form of a catalogue: entries ordered by code, fields by name; its SHA-256 is the version. */
public final class CanonicalCatalogue {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private CanonicalCatalogue() {}

    /** The catalogue of these entries under its version; the order they come in does not matter. */
    public static Catalogue of(List<Service> services, List<Offer> offers, List<Bundle> bundles) {
        Catalogue sorted = new Catalogue(
                "",
                services.stream().sorted(Comparator.comparing(Service::code)).toList(),
                offers.stream().sorted(Comparator.comparing(Offer::code)).toList(),
                bundles.stream().sorted(Comparator.comparing(Bundle::code)).toList());
        String version = StableHash.sha256(json(sorted).getBytes(StandardCharsets.UTF_8));
        return new Catalogue(version, sorted.services(), sorted.offers(), sorted.bundles());
    }

    /** Content without version, as stored. */
    public static String json(Catalogue catalogue) {
        try {
            return JSON.writeValueAsString(new java.util.TreeMap<>(Map.of(
                    "services", catalogue.services(), "offers", catalogue.offers(), "bundles", catalogue.bundles())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
