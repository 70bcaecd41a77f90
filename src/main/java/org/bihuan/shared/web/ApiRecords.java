package org.bihuan.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** The records behind the schemas, which know what may be null. */
final class ApiRecords {
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName VERSIONED = DotName.createSimple(Versioned.class);
    private static final String HOUSE = "org.bihuan.";

    private final Map<String, ClassInfo> bySchema = new HashMap<>();

    /** Names that are given win over names that only look the same. */
    ApiRecords(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(HOUSE)) {
                String name = givenName(type);
                if (name == null) {
                    bySchema.putIfAbsent(type.simpleName(), type);
                } else {
                    bySchema.put(name, type);
                }
            }
        }
    }

    private static @Nullable String givenName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? null : name.asString();
    }

    /**
     * A component of a record.
     *
     * @param nullable whether it may be null
     * @param leftOut whether an answer leaves it out instead of saying null
     */
    record Part(String name, boolean nullable, boolean leftOut) {}

    /** Empty for what is no record of the house. */
    Optional<List<Part>> parts(String schema) {
        return Optional.ofNullable(bySchema.get(schema)).map(ApiRecords::parts);
    }

    private static List<Part> parts(ClassInfo type) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            FieldInfo field = type.field(component.name());
            boolean nullable = field.type().hasAnnotation(NULLABLE);
            boolean leftOut = field.hasAnnotation(INCLUDE) || type.hasDeclaredAnnotation(INCLUDE);
            parts.add(new Part(propertyName(field), nullable, nullable && leftOut));
        }
        return parts;
    }

    private static String propertyName(FieldInfo field) {
        AnnotationInstance property = field.annotation(PROPERTY);
        AnnotationValue name = property == null ? null : property.value();
        return name == null ? field.name() : name.asString();
    }

    /** Whether it is a single resource, which has a version and an {@code ETag}. */
    boolean isVersioned(String schema) {
        ClassInfo type = bySchema.get(schema);
        return type != null && type.interfaceNames().contains(VERSIONED);
    }
}
