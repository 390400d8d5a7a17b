package io.crosswise.catalog.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Group;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogue.Service;
import io.crosswise.catalog.InvalidCatalogue;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a catalogue document, a YAML or JSON file or a parsed body; an offer takes category and tier from its service. */
public class CatalogueReader {
    /** YAML 1.2 holds JSON, so one parser reads both. */
    private final ObjectMapper yaml = new YAMLMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** @throws InvalidCatalogue when the document is neither YAML nor JSON, or an entry is incomplete */
    public Catalogue read(InputStream document) throws IOException {
        try {
            return read(yaml.readTree(document));
        } catch (JacksonException e) {
            throw InvalidCatalogue.because(List.of("the document is neither YAML nor JSON: " + e.getOriginalMessage()));
        }
    }

    /**
     * A {@code version} in the document is ignored: it follows from the content.
     *
     * @throws InvalidCatalogue when an entry lacks a field or holds a wrong value
     */
    public Catalogue read(JsonNode document) {
        List<String> problems = new ArrayList<>();
        List<Service> services = entries(document, "services", "service", problems, this::service);
        Map<String, Service> byCode = services.stream()
                .filter(service -> service.code() != null)
                .collect(Collectors.toMap(Service::code, Function.identity(), (first, second) -> first));
        List<Offer> offers =
                entries(document, "offers", "offer", problems, (fields, missing) -> offer(fields, byCode, missing));
        List<Bundle> bundles = entries(document, "bundles", "bundle", problems, this::bundle);
        document.fieldNames().forEachRemaining(field -> {
            if (!List.of("version", "services", "offers", "bundles").contains(field)) {
                problems.add("the document has the unknown field " + field + "; known are services, offers, bundles");
            }
        });
        if (!problems.isEmpty()) {
            throw InvalidCatalogue.because(problems);
        }
        return CanonicalCatalogue.of(services, offers, bundles);
    }

    private Service service(Fields fields, List<String> problems) {
        ServiceCategory category = fields.constant("category", ServiceCategory.class);
        Integer tier = fields.integer("tier", 1, 9);
        return new Service(fields.text("code"), fields.text("name"), category, tier == null ? 1 : tier);
    }

    private Offer offer(Fields fields, Map<String, Service> services, List<String> problems) {
        String code = fields.text("code");
        String serviceCode = fields.text("service");
        Service service = services.get(serviceCode);
        if (service == null && serviceCode != null) {
            problems.add("offer " + code + " sells the unknown service " + serviceCode);
        }
        ServiceCategory category = fields.optionalConstant("category", ServiceCategory.class);
        Integer tier = fields.optionalInteger("tier", 1, 9);
        Integer contractMonths = fields.integer("contractMonths", 0, 60);
        Integer trialDays = fields.integer("trialDays", 0, 365);
        return new Offer(
                code,
                fields.text("name"),
                fields.constant("market", Market.class),
                serviceCode,
                category != null || service == null ? category : service.category(),
                tier != null || service == null ? (tier == null ? 1 : tier) : service.tier(),
                fields.money("monthlyPrice"),
                fields.money("monthlyMargin"),
                contractMonths == null ? 0 : contractMonths,
                trialDays == null ? 0 : trialDays,
                Boolean.TRUE.equals(fields.flag("needsFibre")),
                fields.optionalInteger("minEmployees", 1, 10_000_000),
                fields.optionalInteger("maxEmployees", 1, 10_000_000),
                fields.money("maxDiscount"));
    }

    /** A fixed bundle names its offers, any other its groups. */
    private Bundle bundle(Fields fields, List<String> problems) {
        List<Group> groups =
                fields.optionalEntries("groups", "group").stream().map(CatalogueReader::group).toList();
        return new Bundle(
                fields.text("code"),
                fields.text("name"),
                fields.constant("market", Market.class),
                groups.isEmpty() ? fields.texts("offers") : fields.optionalTexts("offers"),
                fields.money("monthlyDiscount"),
                groups,
                fields.optionalInteger("trialDays", 1, 365));
    }

    private static Group group(Fields fields) {
        Integer choose = fields.optionalInteger("choose", 1, ServiceCategory.values().length);
        List<ServiceCategory> categories = fields.optionalConstants("categories", ServiceCategory.class);
        Group group = new Group(choose == null ? 1 : choose, fields.optionalTexts("offers"), Set.copyOf(categories));
        fields.refuseOthers();
        return group;
    }

    private static <T> List<T> entries(
            JsonNode document,
            String list,
            String kind,
            List<String> problems,
            BiFunction<Fields, List<String>, T> read) {
        JsonNode nodes = document.path(list);
        if (!nodes.isArray()) {
            problems.add("the document lacks the list " + list);
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        StreamSupport.stream(nodes.spliterator(), false).forEach(node -> {
            String name = kind + " " + node.path("code").asText("number " + (entries.size() + 1));
            Fields fields = new Fields(node, name, problems);
            entries.add(read.apply(fields, problems));
            fields.refuseOthers();
        });
        return entries;
    }
}
