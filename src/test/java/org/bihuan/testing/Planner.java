package org.bihuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.testing.StatementLog.Sent;

/** How PostgreSQL would carry out a statement on a {@link History}, and what of that would not stay fast. */
public final class Planner implements AutoCloseable {
    /** Smaller tables may be read whole: those that a company sets up. */
    private static final int BIG = 10_000;

    /** Nobody looks at more, so nobody should wait until more are sorted. */
    private static final int MOST_SORTED = 20_000;

    private static final Pattern UNTOLD = Pattern.compile("data type of parameter \\$([0-9]+)");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final Set<String> bigTables;

    public Planner(History history) {
        try {
            connection = history.connect();
            bigTables = new HashSet<>(History.column(
                    connection,
                    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                            + " and reltuples > " + BIG));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that are too big to be read whole. */
    public Set<String> bigTables() {
        return Set.copyOf(bigTables);
    }

    /** Empty when it stays fast, however many rows there are. */
    public List<String> faults(Sent sent) {
        try {
            prepare(sent);
            JsonNode custom = explain(sent, "force_custom_plan");
            List<String> faults = new ArrayList<>(faults(custom, false));
            JsonNode generic = explain(sent, "force_generic_plan");
            // After five times PostgreSQL keeps the plan for any values, unless it costs more.
            if (generic.path("Total Cost").asDouble()
                    <= custom.path("Total Cost").asDouble()) {
                faults.addAll(faults(generic, false));
            }
            return faults.stream().distinct().toList();
        } catch (SQLException e) {
            return List.of("cannot be explained: " + e.getMessage());
        }
    }

    /** Parameters whose type nothing in the statement tells are taken for texts; the driver says their type itself. */
    private void prepare(Sent sent) throws SQLException {
        SortedSet<Integer> texts = new TreeSet<>();
        while (true) {
            execute("deallocate all");
            try {
                execute("prepare sent" + types(texts) + " as " + sent.sql());
                return;
            } catch (SQLException e) {
                Matcher untold = UNTOLD.matcher(String.valueOf(e.getMessage()));
                if (!untold.find() || !texts.add(Integer.valueOf(untold.group(1)))) {
                    throw e;
                }
            }
        }
    }

    private static String types(SortedSet<Integer> texts) {
        return texts.isEmpty()
                ? ""
                : IntStream.rangeClosed(1, texts.last())
                        .mapToObj(number -> texts.contains(number) ? "text" : "unknown")
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private JsonNode explain(Sent sent, String mode) throws SQLException {
        execute("set plan_cache_mode = " + mode);
        String parameters = sent.parameters().isEmpty() ? "" : "(" + sent.parameters() + ")";
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (format json) execute sent " + parameters)) {
            plan.next();
            return JSON.readTree(plan.getString(1)).path(0).path("Plan");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @param limited whether whoever asks stops it after some rows */
    private List<String> faults(JsonNode node, boolean limited) {
        List<String> faults = new ArrayList<>();
        String type = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText();
        boolean indexed = type.toLowerCase(Locale.ROOT).contains("index") && node.has("Index Cond");
        if (bigTables.contains(table)
                && (type.equals("Seq Scan") || !(indexed || limited || type.startsWith("Bitmap")))
                && !type.equals("ModifyTable")) {
            faults.add("reads all of " + table + " (" + type + ")");
        }
        JsonNode below = node.path("Plans");
        if (type.equals("Sort") && below.path(0).path("Plan Rows").asLong() > MOST_SORTED) {
            faults.add("sorts " + below.path(0).path("Plan Rows").asLong() + " rows");
        }
        boolean ends = type.equals("Limit") || (limited && !type.equals("Sort") && !type.endsWith("Aggregate"));
        below.forEach(child -> faults.addAll(faults(child, ends)));
        return faults;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
