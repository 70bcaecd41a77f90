package org.bihuan.reporting.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.company.AccountId;
import org.bihuan.company.Accounts;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Language;
import org.hibernate.Session;

/** Says in the caller's language what reports, figures and groups are. */
@ApplicationScoped
public class ReportWords {
    private final Session database;
    private final Accounts accounts;
    private final CurrentTenant tenant;
    private final CurrentLanguage language;

    ReportWords(Session database, Accounts accounts, CurrentTenant tenant, CurrentLanguage language) {
        this.database = database;
        this.accounts = accounts;
        this.tenant = tenant;
        this.language = language;
    }

    public String title(Report report) {
        return say("report." + report.name());
    }

    public String definition(Report report) {
        return say("report." + report.name() + ".definition");
    }

    /** What a figure of a report is called. */
    public String figure(Report report, String figure) {
        return say("report." + report.name() + "." + figure);
    }

    /** What it counts, exactly. */
    public String figureDefinition(Report report, String figure) {
        return say("report." + report.name() + "." + figure + ".definition");
    }

    /** Why rows are not counted. */
    public String exclusion(String reason) {
        return say("report.excluded." + reason);
    }

    /** The heading of one of the facts that rows are shown with. */
    public String column(String column) {
        return say("report.column." + column);
    }

    /** What all groups together are called. */
    public String total() {
        return say("report.total");
    }

    /** What the period before is called. */
    public String previous() {
        return say("report.previous");
    }

    private String say(String key) {
        return language.get().say(key, List.of());
    }

    /** By key, how people call the groups. */
    @Transactional
    public Map<String, String> labels(GroupBy groupBy, Collection<String> keys) {
        Map<String, String> named = switch (groupBy) {
            case CATEGORY -> categories(keys);
            case BUILDING -> buildings(keys);
            case TECHNICIAN -> people(keys);
            case NONE, KIND, PRIORITY, CHANNEL, AGE, HOUR, DAY, WEEK, MONTH -> Map.of();
        };
        return keys.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), key -> named.getOrDefault(key, word(groupBy, key))));
    }

    private String word(GroupBy groupBy, String key) {
        if (key.equals(GroupBy.NOTHING)) {
            return say("report.key.none");
        }
        return switch (groupBy) {
            case KIND, PRIORITY, CHANNEL, AGE -> say("report.key." + key);
            case HOUR -> key + ":00";
            case NONE, CATEGORY, BUILDING, TECHNICIAN, DAY, WEEK, MONTH -> key;
        };
    }

    private Map<String, String> categories(Collection<String> codes) {
        String name = language.get() == Language.ZH_CN ? "name_zh" : "name_en";
        return names("select code as key, " + name + " as name from category", "code", codes);
    }

    private Map<String, String> buildings(Collection<String> ids) {
        return names("select cast(id as text) as key, name from building", "cast(id as text)", ids);
    }

    private Map<String, String> names(String select, String key, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return database.createNativeQuery(
                        select + " where company_id = :company and " + key + " in (:keys)", Tuple.class)
                .setParameter("company", tenant.id())
                .setParameterList("keys", keys)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("key", String.class), row -> row.get("name", String.class)));
    }

    private Map<String, String> people(Collection<String> ids) {
        List<AccountId> known = ids.stream()
                .flatMap(id -> Ids.parse(id).stream())
                .map(AccountId::new)
                .toList();
        return known.isEmpty()
                ? Map.of()
                : accounts.displayNames(known).entrySet().stream()
                        .collect(Collectors.toMap(
                                person -> person.getKey().value().toString(), Map.Entry::getValue));
    }
}
