package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Contactability;
import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts values named by their path into a customer; what no path names stays unknown. */
final class AssembleCustomer {
    private AssembleCustomer() {}

    /** A customer is active unless the source says otherwise, and of the mapping's market unless a column tells. */
    static CustomerRecord assemble(Mapping mapping, CustomerId id, Map<String, Object> fields, List<Holding> holdings) {
        PersonalData personal = part(PersonalData.class, "personal", fields);
        PersonalData known = personal == null ? PersonalData.UNKNOWN : personal;
        CustomerProfile profile = new CustomerProfile(
                id,
                (Market) orElse(fields.get("market"), mapping.market()),
                (CustomerStatus) orElse(fields.get("status"), CustomerStatus.ACTIVE),
                mapping.name(),
                (LocalDate) fields.get("customerSince"),
                part(Person.class, "person", fields),
                part(Company.class, "company", fields),
                holdings,
                part(Promotion.class, "promotion", fields),
                part(Usage.class, "usage", fields),
                part(Billing.class, "billing", fields),
                part(Network.class, "network", fields),
                part(Engagement.class, "engagement", fields),
                consents(fields),
                new Contactability(known.email() != null, known.phone() != null, (String) fields.get(Target.POSTAL_AREA)),
                null,
                null,
                Map.of());
        return new CustomerRecord(profile, known, List.of());
    }

    private static Map<ChannelCode, Boolean> consents(Map<String, Object> fields) {
        Map<ChannelCode, Boolean> known = new EnumMap<>(ChannelCode.class);
        for (ChannelCode channel : ChannelCode.values()) {
            if (fields.get("consents." + channel) instanceof Boolean answer) {
                known.put(channel, answer);
            }
        }
        return known;
    }

    /** Null when nothing of the part is known. */
    private static <R extends Record> R part(Class<R> type, String path, Map<String, Object> fields) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> fields.get(path + "." + component.getName()))
                .toArray();
        if (Arrays.stream(values).allMatch(value -> value == null)) {
            return null;
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record of the profile has no canonical constructor", e);
        }
    }

    private static Object orElse(Object value, Object otherwise) {
        return value == null ? otherwise : value;
    }
}
