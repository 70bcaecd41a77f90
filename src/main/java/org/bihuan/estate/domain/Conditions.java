package org.bihuan.estate.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** What the rows of a list must meet, gathered one by one so that the database plans for just these. */
final class Conditions {
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions and(String condition) {
        where.append(where.isEmpty() ? " where " : " and ")
                .append('(')
                .append(condition)
                .append(')');
        return this;
    }

    Conditions and(String condition, String parameter, Object value) {
        parameters.put(parameter, value);
        return and(condition);
    }

    Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Whether there is any such row in the database, leaving aside what this session has not written yet. */
    boolean meetsAny(EntityManager database, String from) {
        return !query(database, from, "", Object.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    <T> TypedQuery<T> query(EntityManager database, String from, String order, Class<T> type) {
        TypedQuery<T> query = database.createQuery(from + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The text as a pattern that finds it anywhere, with {@code \} as the escape character. */
    static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
