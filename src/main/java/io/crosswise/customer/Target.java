package io.crosswise.customer;

import io.crosswise.shared.ChannelCode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * A field of a customer a mapping can fill, named by its path in {@link CustomerProfile}, for example {@code person.age};
 * {@code personal.…} is {@link PersonalData} and {@code consents.EMAIL} an answer.
 */
public record Target(String path, Class<?> type) {
    private static final Map<String, Class<?>> ROOTS = Map.of("personal", PersonalData.class);
    private static final Set<String> NOT_MAPPED =
            Set.of("id", "source", "holdings", "contactability", "segment", "sociostyle", "derived");

    /** Whether somebody can be reached follows from the addresses; only the place is told by a column. */
    static final String POSTAL_AREA = "contactability.postalArea";

    /** @throws IllegalArgumentException when no mapping can fill such a field */
    public static Target of(String path) {
        String[] names = path.split("\\.", -1);
        if (NOT_MAPPED.contains(names[0]) && !path.equals(POSTAL_AREA)) {
            throw new IllegalArgumentException("'" + path + "' is not filled by a mapping");
        }
        if (names[0].equals("consents") && names.length == 2) {
            ChannelCode.valueOf(names[1]);
            return new Target(path, Boolean.class);
        }
        Class<?> type = ROOTS.get(names[0]);
        if (type == null) {
            type = component(CustomerProfile.class, names[0], path);
        }
        for (int i = 1; i < names.length; i++) {
            type = component(type, names[i], path);
        }
        if (!CellText.understands(type)) {
            throw new IllegalArgumentException("'" + path + "' is not a single value");
        }
        return new Target(path, type);
    }

    boolean isNumber() {
        return CellText.isNumber(type);
    }

    private static Class<?> component(Class<?> type, String name, String path) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return Arrays.stream(components)
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A customer has no field '" + path + "'"))
                .getType();
    }
}
