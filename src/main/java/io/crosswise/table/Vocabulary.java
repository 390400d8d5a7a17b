package io.crosswise.table;

import io.crosswise.policy.Facts;
import io.crosswise.shared.Possible;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The names a table may use, taken from the accessors of the facts themselves so that both cannot drift apart. */
final class Vocabulary {
    enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        FLAG,
        DATE,
        LIST
    }

    /**
     * @param path for example {@code customer.age}
     * @param words it can say; empty is not limited
     * @param nullable whether it can be unknown
     */
    record Name(String path, Kind kind, List<String> words, double min, double max, boolean nullable) {}

    private final Map<String, Map<String, Name>> names = new LinkedHashMap<>();

    /** @param only names there are, for example {@code customer.market}; empty is all of the facts */
    Vocabulary(Collection<Facts> facts, Set<String> only) {
        facts.stream().sorted().forEach(fact -> {
            Map<String, Name> found = namesOf(fact);
            found.values().removeIf(name -> !only.isEmpty() && !only.contains(name.path()));
            names.put(fact.variable(), found);
        });
    }

    Collection<String> variables() {
        return names.keySet();
    }

    /** Names of a variable, sorted; empty when there is no such variable. */
    Map<String, Name> of(String variable) {
        return names.getOrDefault(variable, Map.of());
    }

    Optional<Name> find(Feel.Path path) {
        return Optional.ofNullable(of(path.variable()).get(path.name()));
    }

    /** What an expression stands for when it is nothing but a name. */
    Optional<Name> find(String expression) {
        return Feel.paths(expression).stream()
                .filter(path -> (path.variable() + "." + path.name()).equals(expression.replaceAll("\\s", "")))
                .findFirst()
                .flatMap(this::find);
    }

    private static Map<String, Name> namesOf(Facts fact) {
        Map<String, Name> found = new TreeMap<>();
        for (Method method : fact.type().getMethods()) {
            Kind kind = kind(method.getReturnType());
            if (kind != null
                    && method.getParameterCount() == 0
                    && method.getDeclaringClass() == fact.type()
                    && !Modifier.isStatic(method.getModifiers())
                    && !List.of("toString", "hashCode").contains(method.getName())) {
                found.put(method.getName(), name(fact.variable() + "." + method.getName(), kind, method));
            }
        }
        return found;
    }

    private static Name name(String path, Kind kind, Method method) {
        Possible possible = method.getAnnotation(Possible.class);
        boolean primitive = method.getReturnType().isPrimitive();
        if (possible == null) {
            return new Name(path, kind, List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, !primitive);
        }
        List<String> words = possible.of() == Enum.class
                ? List.of(possible.values())
                : Arrays.stream(possible.of().getEnumConstants()).map(choice -> ((Enum<?>) choice).name()).toList();
        return new Name(path, kind, words, possible.min(), possible.max(), !primitive && !possible.always());
    }

    private static Kind kind(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return Kind.WHOLE;
        } else if (type == double.class || Number.class.isAssignableFrom(type)) {
            return Kind.NUMBER;
        } else if (type == Boolean.class || type == boolean.class) {
            return Kind.FLAG;
        } else if (type == LocalDate.class) {
            return Kind.DATE;
        }
        return Collection.class.isAssignableFrom(type) ? Kind.LIST : null;
    }
}
