package io.crosswise.process.engine;

import camundajar.impl.scala.None$;
import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.ObjectContext;

/** A Java object as cells read it, by its public fields and accessors; which member a name means is looked up once per class. */
final class FeelObject implements Context, VariableProvider {
    private static final ClassValue<Map<String, Optional<Member>>> MEMBERS = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Member>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private interface Member {
        Object of(Object object) throws IllegalAccessException, InvocationTargetException;
    }

    private final Object object;
    private final ObjectContext asShipped;

    FeelObject(Object object, ObjectContext asShipped) {
        this.object = object;
        this.asShipped = asShipped;
    }

    @Override
    public VariableProvider variableProvider() {
        return this;
    }

    @Override
    public FunctionProvider functionProvider() {
        return asShipped.functionProvider();
    }

    @Override
    public Iterable<String> keys() {
        return asShipped.variableProvider().keys();
    }

    @Override
    public Option<Object> getVariable(String name) {
        Optional<Member> member =
                MEMBERS.get(object.getClass()).computeIfAbsent(name, wanted -> find(object.getClass(), wanted));
        if (member.isEmpty()) {
            return (Option<Object>) (Option<?>) None$.MODULE$;
        }
        try {
            return new Some<>(member.get().of(object));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw asShipped(e);
        }
    }

    private static Optional<Member> find(Class<?> type, String name) {
        Optional<Field> field =
                Arrays.stream(type.getFields()).filter(candidate -> candidate.getName().equals(name)).findFirst();
        if (field.isPresent()) {
            return Optional.of(field.get()::get);
        }
        String capital = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Stream<Method> methods = Arrays.stream(type.getMethods()).filter(method -> method.getParameterCount() == 0);
        return methods.filter(method -> method.getName().equals(name)
                        || method.getName().equals("get" + capital)
                        || method.getName().equals("is" + capital) && isBoolean(method.getReturnType()))
                .findFirst()
                .map(method -> method::invoke);
    }

    private static boolean isBoolean(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    /** The engine's own look-up, written in Scala, lets the checked exception through; its text is part of the answer. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException asShipped(Exception e) throws E {
        throw (E) e;
    }
}
