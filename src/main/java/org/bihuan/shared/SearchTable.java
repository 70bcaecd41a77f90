package org.bihuan.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind of thing of the present company, in a table {@code (company_id, id, community_id, at, words)}. What is
 * written joins the transaction of the thing itself and does not make the session write anything else before its time.
 */
public final class SearchTable {
    /** Among so many of the newest a frequent word is found often enough for a page. */
    private static final int NEWEST = 4_000;

    /** That often among them, a page is full after ten thousand rows at most, where gathering would be some thousand or more. */
    private static final int OFTEN = 20;

    private static final int FEWEST_OF_EACH = 50;

    /** So many different words one thing is found by; PostgreSQL refuses a {@code tsvector} of more than a megabyte. */
    private static final int MOST_WORDS = 6_000;

    private static final int ROWS_AT_A_TIME = 2_000;

    private final Session database;
    private final CurrentTenant tenant;
    private final String table;

    public SearchTable(Session database, CurrentTenant tenant, String table) {
        this.database = database;
        this.tenant = tenant;
        this.table = table;
    }

    /** @param at by what the newest are told from older ones */
    public record Entry(UUID id, @Nullable UUID community, Instant at, SearchWords words) {}

    /** Instead of what was there. */
    public void put(Entry entry) {
        putAll(List.of(entry));
    }

    public void putAll(List<Entry> entries) {
        write(entries, " on conflict (company_id, id) do update set words = excluded.words");
    }

    /** Only where nothing is known yet. */
    public void fill(List<Entry> entries) {
        write(entries, " on conflict (company_id, id) do nothing");
    }

    private void write(List<Entry> entries, String onConflict) {
        for (int from = 0; from < entries.size(); from += ROWS_AT_A_TIME) {
            List<Entry> some = entries.subList(from, Math.min(entries.size(), from + ROWS_AT_A_TIME));
            change("insert into " + table + """
                     (company_id, id, community_id, at, words)
                    select :company, n.id, n.community_id, cast(n.at as timestamptz), cast(n.words as tsvector)
                    from unnest(cast(:ids as uuid[]), cast(:communities as uuid[]), cast(:ats as text[]), cast(:words as text[]))
                      as n (id, community_id, at, words)
                    """ + onConflict)
                    .setParameter("ids", some.stream().map(Entry::id).toArray(UUID[]::new))
                    .setParameter(
                            "communities", some.stream().map(Entry::community).toArray(UUID[]::new))
                    .setParameter(
                            "ats",
                            some.stream().map(entry -> entry.at().toString()).toArray(String[]::new))
                    .setParameter(
                            "words",
                            some.stream().map(entry -> entry.words().toString()).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** To what is there; nothing where nothing is. */
    public void append(UUID id, SearchWords more) {
        if (!more.isEmpty()) {
            change("update " + table + " set words = words || cast(:words as tsvector)"
                            + " where company_id = :company and id = :id and length(words) < " + MOST_WORDS)
                    .setParameter("words", more.toString())
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    private MutationQuery change(String sql) {
        return database.createNativeMutationQuery(sql)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("company", tenant.id());
    }

    private <T> NativeQuery<T> ask(String sql, String words, Class<T> type) {
        return database.createNativeQuery(sql, type)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("company", tenant.id())
                .setParameter("words", words);
    }

    /**
     * Whether so many of the newest match that a list is better walked than gathered. Asked of the newest alone, because an
     * answer about all would take as long as gathering them.
     */
    public boolean isFrequent(Collection<UUID> communities, String words) {
        return !communities.isEmpty()
                && amongTheNewest(communities, words, OFTEN).size() == OFTEN;
    }

    /**
     * The newest in these communities. First the newest of all are looked through, because a frequent word is found there soon
     * and would take long to gather; what is not found there is rare, and gathered.
     */
    public List<UUID> newest(Collection<UUID> communities, String words, int rows) {
        if (communities.isEmpty() || rows <= 0) {
            return List.of();
        }
        List<UUID> found = amongTheNewest(communities, words, rows);
        return found.size() == rows ? found : gathered(communities, words, rows);
    }

    private List<UUID> amongTheNewest(Collection<UUID> communities, String words, int rows) {
        return ask(
                        "select s.id from unnest(cast(:communities as uuid[])) as c (id) cross join lateral (select t.id, t.at, t.words from "
                                + table + """
                     t where t.company_id = :company and t.community_id = c.id
                    order by t.at desc, t.id desc limit :newest) s
                    where s.words @@ cast(:words as tsquery) order by s.at desc, s.id desc limit :rows
                    """,
                        words,
                        UUID.class)
                .setParameter("communities", communities.toArray(UUID[]::new))
                .setParameter("newest", Math.max(FEWEST_OF_EACH, NEWEST / communities.size()))
                .setParameter("rows", rows)
                .getResultList();
    }

    /** The rare ones of these communities, the newest first. */
    public List<UUID> gathered(Collection<UUID> communities, String words, int rows) {
        return communities.isEmpty()
                ? List.of()
                : ask(
                                "with found as materialized (select id, at from " + table + """
                     where company_id = :company and community_id = any (cast(:communities as uuid[]))
                      and words @@ cast(:words as tsquery))
                    select id from found order by at desc, id desc limit :rows
                    """,
                                SearchQuery.within(communities, words),
                                UUID.class)
                        .setParameter("communities", communities.toArray(UUID[]::new))
                        .setParameter("rows", rows)
                        .getResultList();
    }

    /** A condition for lists over an alias that has these words, in the order of the list; see {@link #isFrequent}. */
    public String condition(boolean frequent, String id, String company, String words) {
        String known = "company_id = cast(? as uuid)";
        return frequent
                ? "cast(sql('(select t.words from " + table + " t where t." + known
                        + " and t.id = ?) @@ cast(? as tsquery)', " + company + ", " + id + ", " + words
                        + ") as boolean)"
                : "cast(sql('? = any (array(select t.id from " + table + " t where t." + known
                        + " and t.words @@ cast(? as tsquery)))', " + id + ", " + company + ", " + words
                        + ") as boolean)";
    }

    /** In the order of the ids; without those that are missing. */
    public static <T> List<T> inOrder(List<UUID> ids, Map<UUID, T> found) {
        List<T> ordered = new ArrayList<>();
        for (UUID id : ids) {
            T one = found.get(id);
            if (one != null) {
                ordered.add(one);
            }
        }
        return ordered;
    }
}
