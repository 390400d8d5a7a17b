package io.crosswise.process.engine;

import java.lang.reflect.Field;

/** Reads what a command of the engine carries and does not show. */
final class Hidden {
    private Hidden() {}

    static <T> T field(Class<?> owner, String name, Class<T> type, Object object) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return type.cast(field.get(object));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This engine has no " + owner.getSimpleName() + "." + name, e);
        }
    }
}
