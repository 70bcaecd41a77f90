package org.bihuan.shared;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON merge patch (RFC 7396) for documents that become records. */
record MergePatch(JsonMapper mapper) {
    private static final JavaType ANYTHING = TypeFactory.unknownType();

    /** Inside a record null stays null, which reads the same as nothing, so that also an unknown field with it is noticed. */
    JsonNode apply(JsonNode target, JsonNode patch, JavaType type) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode present ? present : changes.objectNode();
        Map<String, JavaType> parts = partsOf(type);
        for (Map.Entry<String, JsonNode> change : List.copyOf(changes.properties())) {
            String name = change.getKey();
            if (change.getValue() instanceof NullNode && !type.isRecordType()) {
                result.remove(name);
            } else {
                JavaType part = parts.getOrDefault(name, type.isMapLikeType() ? type.getContentType() : ANYTHING);
                result.set(name, apply(result.path(name), change.getValue(), part));
            }
        }
        return result;
    }

    /** Of a record, else nothing. */
    private Map<String, JavaType> partsOf(JavaType type) {
        return type.isRecordType()
                ? mapper.getDeserializationConfig().introspect(type).findProperties().stream()
                        .collect(Collectors.toMap(
                                BeanPropertyDefinition::getName, BeanPropertyDefinition::getPrimaryType))
                : Map.of();
    }
}
