package org.bihuan.shared.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bihuan.shared.Exports;
import org.bihuan.shared.Idempotent;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** An operation of the document together with the method that carries it out. */
record ApiOperation(String path, HttpMethod verb, Operation told, MethodInfo method, List<String> everyRole) {
    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName PERMIT_ALL = DotName.createSimple(PermitAll.class);
    private static final DotName AUTHENTICATED = DotName.createSimple(Authenticated.class);
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName STATUS = DotName.createSimple(ResponseStatus.class);
    private static final int OK = 200;
    private static final String STREAM = jakarta.ws.rs.core.MediaType.SERVER_SENT_EVENTS;
    private static final String PDF = "application/pdf";

    /** What is answered as it is, and not as JSON. */
    private static final Set<String> FILES = Set.of(STREAM, Exports.CSV, Exports.XLSX, PDF);

    private static final DotName PRODUCES = DotName.createSimple(Produces.class);

    /** In the order of the document. The operation ids must still be class and method, joined by an underscore. */
    static List<ApiOperation> all(OpenAPI document, IndexView index) {
        List<String> roles = new ArrayList<>(new TreeSet<>(index.getAnnotations(ROLES_ALLOWED).stream()
                .flatMap(allowed -> Arrays.stream(allowed.value().asStringArray()))
                .filter(role -> !role.isBlank())
                .toList()));
        List<ApiOperation> all = new ArrayList<>();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .forEach(entry -> all.add(new ApiOperation(
                                path, entry.getKey(), entry.getValue(), method(entry.getValue(), index), roles))));
        return all;
    }

    private static MethodInfo method(Operation operation, IndexView index) {
        String id = operation.getOperationId();
        int cut = id.lastIndexOf('_');
        return index.getClassByName(id.substring(0, cut)).methods().stream()
                .filter(method -> method.name().equals(id.substring(cut + 1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id));
    }

    /** Says who may use it, and what can be sent along with every request. */
    void describe() {
        told.setOperationId(name());
        told.addExtension("x-roles", roles());
        told.setSecurity(
                roles().isEmpty()
                        ? List.of()
                        : List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
        parameter("AcceptLanguage");
        parameter("RequestId");
        if (isIdempotent()) {
            parameter("IdempotencyKey");
        }
        parameters()
                .filter(parameter -> "If-Match".equals(parameter.getName()))
                .forEach(parameter -> parameter
                        .description("The `ETag` of the version that is meant; 428 without it")
                        .example("\"v3\""));
    }

    private void parameter(String name) {
        told.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + name));
    }

    void mayAnswerNotModified() {
        parameter("IfNoneMatch");
    }

    /** {@code unitList}, {@code meChangePassword}. */
    private String name() {
        String stem = method.declaringClass().simpleName().replaceFirst("Resource$", "");
        return stem.substring(0, 1).toLowerCase(Locale.ROOT)
                + stem.substring(1)
                + method.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + method.name().substring(1);
    }

    /** Empty where everybody may. */
    List<String> roles() {
        if (method.hasAnnotation(PERMIT_ALL)) {
            return List.of();
        }
        AnnotationInstance allowed = annotation(ROLES_ALLOWED);
        return allowed == null || method.hasAnnotation(AUTHENTICATED)
                ? everyRole
                : List.of(allowed.value().asStringArray());
    }

    boolean isForSomeRolesOnly() {
        return roles().size() < everyRole.size() && !isPublic();
    }

    boolean isPublic() {
        return roles().isEmpty();
    }

    private @Nullable AnnotationInstance annotation(DotName name) {
        AnnotationInstance own = method.annotation(name);
        return own != null ? own : method.declaringClass().declaredAnnotation(name);
    }

    boolean isIdempotent() {
        return verb == HttpMethod.POST && annotation(IDEMPOTENT) != null;
    }

    boolean changesSomething() {
        return verb != HttpMethod.GET;
    }

    boolean needsIfMatch() {
        return parameters().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
    }

    /** It is about something that is named by its id or token. */
    boolean mayMissSomething() {
        return path.contains("{")
                || parameters()
                        .anyMatch(
                                parameter -> String.valueOf(parameter.getName()).endsWith("Id"));
    }

    /** A password can be guessed at, and somebody can hold too many streams open or take too much home at once. */
    boolean mayBeTooMuch() {
        Set<String> types = answerBodies().keySet();
        return path.endsWith("/auth/token") || types.contains(STREAM) || types.contains(Exports.CSV);
    }

    /** What is answered when all goes well, by media type: JSON, unless the operation names files. */
    Map<String, MediaType> answerBodies() {
        AnnotationInstance produces = method.annotation(PRODUCES);
        Map<String, MediaType> bodies = new LinkedHashMap<>();
        if (produces != null && FILES.containsAll(List.of(produces.value().asStringArray()))) {
            for (String type : produces.value().asStringArray()) {
                bodies.put(type, OASFactory.createMediaType().schema(file(type)));
            }
        } else {
            answerBody().ifPresent(body -> bodies.put("application/json", body));
        }
        return bodies;
    }

    private static Schema file(String mediaType) {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return mediaType.startsWith("text/") ? text : text.format("binary");
    }

    boolean hasBody() {
        return told.getRequestBody() != null;
    }

    private Stream<Parameter> parameters() {
        return Stream.ofNullable(told.getParameters()).flatMap(List::stream);
    }

    int successStatus() {
        AnnotationInstance status = method.annotation(STATUS);
        return status == null ? OK : status.value().asInt();
    }

    List<MediaType> requestBodies() {
        return hasBody()
                ? List.copyOf(told.getRequestBody().getContent().getMediaTypes().values())
                : List.of();
    }

    /** What is answered when all goes well; nothing for answers without a body. */
    private Optional<MediaType> answerBody() {
        return answersTold().findFirst();
    }

    /** Of what is answered when all goes well, as the document tells it now. */
    Stream<MediaType> answersTold() {
        return told.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getRef() == null && answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().values().stream());
    }

    Optional<Schema> answerSchema() {
        return answerBody().map(MediaType::getSchema);
    }
}
