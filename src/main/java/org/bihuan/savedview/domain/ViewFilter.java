package org.bihuan.savedview.domain;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.estate.Estate;
import org.bihuan.savedview.SavableList;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.QueryReader;
import org.jspecify.annotations.Nullable;

/** Turns the filter of a view into the parameters of its list. */
@ApplicationScoped
class ViewFilter {
    private static final String SORT = "sort";

    /** Where nothing says which community's day is meant: the project's home. */
    private static final ZoneId ELSEWHERE = ZoneId.of("Asia/Shanghai");

    private final Lists lists;
    private final QueryReader reader;
    private final Estate estate;
    private final Clock clock;

    ViewFilter(Lists lists, QueryReader reader, Estate estate, Clock clock) {
        this.lists = lists;
        this.reader = reader;
        this.estate = estate;
        this.clock = clock;
    }

    /** What the list would refuse of it, at the places where it stands in the view. */
    List<FieldError> errors(ViewDetails view) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        view.filter().forEach((name, value) -> {
            if (name.equals(SORT)) {
                errors.add(new FieldError("?" + SORT, "UNKNOWN_PARAMETER"));
            } else if (isUsable(value)) {
                parameters.put(name, texts(value));
            } else {
                errors.add(new FieldError("?" + name, "WRONG_TYPE"));
            }
        });
        List<FieldError> placed =
                new ArrayList<>(errors.stream().map(ViewFilter::inFilter).toList());
        placed.addAll(refusals(view, parameters));
        return placed;
    }

    private List<FieldError> refusals(ViewDetails view, Map<String, List<String>> filter) {
        SavableList list = lists.get(view.list());
        try {
            Map<String, List<String>> parameters = atThisMoment(list, filter, clock.instant(), ELSEWHERE);
            if (view.sort() != null) {
                parameters.put(SORT, List.of(view.sort()));
            }
            list.check(parameters);
            return List.of();
        } catch (InvalidInput refused) {
            return refused.errors().stream().map(ViewFilter::placed).toList();
        }
    }

    private static FieldError placed(FieldError error) {
        return error.pointer().equals("?" + SORT)
                ? new FieldError("/" + SORT, error.code(), error.arguments())
                : inFilter(error);
    }

    private static FieldError inFilter(FieldError error) {
        String name = error.pointer().substring(1).replace("~", "~0").replace("/", "~1");
        return new FieldError("/filter/" + name, error.code(), error.arguments());
    }

    private static boolean isUsable(JsonNode value) {
        if (!value.isArray()) {
            return value.isValueNode();
        }
        for (JsonNode one : value) {
            if (!one.isValueNode() || one.isNull()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> texts.add(one.asText()));
        } else if (!value.isNull()) {
            texts.add(value.asText());
        }
        return texts;
    }

    /**
     * The parameters as they are now.
     *
     * @param communities of whoever asks; their day counts where the view names no community
     */
    Map<String, List<String>> parameters(SavedView view, Set<UUID> communities) {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        view.filter().forEach((name, value) -> filter.put(name, texts(value)));
        Map<String, List<String>> parameters =
                atThisMoment(lists.get(view.list()), filter, clock.instant(), zone(view, filter, communities));
        if (view.sort() != null) {
            parameters.put(SORT, List.of(view.sort()));
        }
        return parameters;
    }

    private ZoneId zone(SavedView view, Map<String, List<String>> filter, Set<UUID> communities) {
        UUID named = filter.getOrDefault("communityId", List.of()).stream()
                .flatMap(text -> Ids.parse(text).stream())
                .findFirst()
                .orElse(view.communityId());
        @Nullable UUID theirs = communities.stream().sorted().findFirst().orElse(null);
        @Nullable UUID meant = named == null ? theirs : named;
        return meant == null
                ? ELSEWHERE
                : estate.community(meant).map(Estate.Community::zone).orElse(ELSEWHERE);
    }

    private Map<String, List<String>> atThisMoment(
            SavableList list, Map<String, List<String>> filter, Instant now, ZoneId zone) {
        Set<String> instants = reader.named(list.query(), Instant.class);
        Map<String, List<String>> resolved = new TreeMap<>();
        filter.forEach((name, values) -> {
            if (!values.isEmpty()) {
                resolved.put(name, instants.contains(name) ? resolve(values, now, zone) : values);
            }
        });
        return resolved;
    }

    private static List<String> resolve(List<String> values, Instant now, ZoneId zone) {
        return values.stream()
                .map(value -> RelativeTime.resolve(value, now, zone)
                        .map(Instant::toString)
                        .orElse(value))
                .toList();
    }
}
