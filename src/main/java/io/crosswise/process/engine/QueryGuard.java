package io.crosswise.process.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;

/**
 * Refuses expressions in queries, which run code. The engine's own check looks at the query it is given and not at those inside its
 * {@code orQueries} (CVE-2026-109432), so this one follows every query a command carries, in filters and builders too.
 */
final class QueryGuard extends CommandInterceptor {
    private static final int DEEPEST = 4;

    /** Fields of a class that can lead to a query. */
    private static final ClassValue<List<Field>> TRACKS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
                for (Field field : owner.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && leadsToQuery(type, field.getType())) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return List.copyOf(fields);
        }
    };

    @Override
    public <T> T execute(Command<T> command) {
        if (!TRACKS.get(command.getClass()).isEmpty() || command instanceof AbstractQuery) {
            check(command, 0, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return next.execute(command);
    }

    private static void check(Object carrier, int depth, Set<Object> seen) {
        if (carrier == null || depth > DEEPEST || !seen.add(carrier)) {
            return;
        }
        if (carrier instanceof AbstractQuery<?, ?> query && !query.getExpressions().isEmpty()) {
            throw new BadUserRequestException("Expressions are not accepted in queries; send the value itself.");
        }
        if (carrier instanceof Filter filter) {
            check(filter.getQuery(), depth + 1, seen);
        } else if (carrier instanceof Collection<?> several) {
            several.forEach(each -> check(each, depth + 1, seen));
        } else {
            for (Field field : TRACKS.get(carrier.getClass())) {
                check(value(field, carrier), depth + 1, seen);
            }
        }
    }

    private static boolean leadsToQuery(Class<?> owner, Class<?> type) {
        return Query.class.isAssignableFrom(type)
                || Filter.class.isAssignableFrom(type)
                || type.getName().startsWith("org.camunda.bpm.engine.") && type.getSimpleName().contains("Builder")
                || Query.class.isAssignableFrom(owner) && Collection.class.isAssignableFrom(type);
    }

    private static Object value(Field field, Object carrier) {
        try {
            return field.get(carrier);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot look into " + field, e);
        }
    }
}
