package org.bihuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the application really sends to PostgreSQL, and after which request: as PostgreSQL's own log tells it. */
public final class StatementLog implements AutoCloseable {
    /** What the server of the tests is started with, so that the log can be read as rows. */
    static final String FORMAT = "jsonlog";

    private static final String MARK = "after: ";
    private static final Pattern EXECUTED = Pattern.compile("(?:execute [^:]*|statement): (?<sql>.*)", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("select '" + MARK + "(?<request>[^']*)'");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long begin;

    /**
     * @param parameters as SQL literals, by commas; empty where there are none
     * @param request after which mark it was sent
     */
    public record Sent(String sql, String parameters, String request) {}

    private StatementLog(long begin) {
        this.begin = begin;
    }

    /** From now on, until it is closed. */
    public static StatementLog open() {
        long size = size();
        logStatements("all");
        return new StatementLog(size);
    }

    /** How far it is written; what comes later is {@link #sentAfter}. */
    public static long size() {
        return Long.parseLong(TestDatabase.column("select size from pg_stat_file(pg_current_logfile('" + FORMAT + "'))")
                .getFirst());
    }

    private static void logStatements(String which) {
        TestDatabase.execute("alter system set log_statement = '" + which + "'");
        TestDatabase.column("select pg_reload_conf()");
    }

    /** What comes now belongs to this. */
    public void mark(String request) {
        TestDatabase.column("select '" + MARK + request.replace("'", "") + "'");
    }

    /** In the order in which they were sent. */
    public List<Sent> sent() {
        return sentAfter(begin);
    }

    /** The same, without what was written before. */
    public static List<Sent> sentAfter(long size) {
        String log = TestDatabase.column(
                        "select pg_read_file(pg_current_logfile('" + FORMAT + "'), " + size + ", 1000000000)")
                .getFirst();
        List<Sent> all = new ArrayList<>();
        String request = "";
        for (String line : log.lines().toList()) {
            JsonNode entry = parse(line);
            Matcher executed = EXECUTED.matcher(entry.path("message").asText());
            if (!executed.matches()) {
                continue;
            }
            String sql = executed.group("sql").strip();
            Matcher marked = MARKED.matcher(sql);
            if (marked.matches()) {
                request = marked.group("request");
            } else if (entry.path("application_name").asText().equals("bihuan")) {
                all.add(new Sent(sql, parameters(entry.path("detail").asText()), request));
            }
        }
        return all;
    }

    /** {@code Parameters: $1 = 'a', $2 = NULL} is {@code 'a', NULL}. */
    private static String parameters(String detail) {
        return detail.replaceFirst("^[^$]*", "").replaceAll("\\$[0-9]+ = ('(?:[^']|'')*'|NULL)", "$1");
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        logStatements("none");
    }
}
