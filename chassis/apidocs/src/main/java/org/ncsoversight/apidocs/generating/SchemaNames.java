package org.ncsoversight.apidocs.generating;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names of schemas: a nested record is called after what it is nested in, so that two of one name do not become one. */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> records = new TreeMap<>();

    /** The records met so far, by the name of their schema. */
    Map<String, Class<?>> records() {
        return records;
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = nameOf(type);
        if (type.isRecord()) {
            Class<?> other = records.putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException("Both %s and %s would be called %s".formatted(other, type, name));
            }
        }
        return name;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        String name = super.nameForGenericType(type, options);
        if (type.getRawClass().isRecord()) {
            records.put(name, type.getRawClass());
        }
        return name;
    }

    /** {@code LettersPage} for a record {@code Page} in {@code LettersApi}. */
    static String nameOf(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : nameOf(type.getEnclosingClass()).replaceFirst("Api$", "") + type.getSimpleName();
    }
}
