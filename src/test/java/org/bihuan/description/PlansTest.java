package org.bihuan.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bihuan.description.Scene.Subject;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.ApiDocument.Operation;
import org.bihuan.testing.History;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Planner;
import org.bihuan.testing.StatementLog;
import org.bihuan.testing.StatementLog.Sent;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/**
 * Whatever the application asks of PostgreSQL, for every operation and by its scans for what is due, is answered through an index on
 * a history of many years. The statements are its own, out of the log of the database. 40,000 orders in every build; the million
 * of src/docs/measurements.md with {@code -Dbihuan.plans.orders=1000000}.
 */
@HttpTest
class PlansTest {
    private static final int ORDERS = Integer.getInteger("bihuan.plans.orders", 40_000);

    private static final Pattern PLANNED =
            Pattern.compile("(?is)(select|update|delete|with)\\b.*\\b(from|update)\\b.*");

    /** What is asked once in the life of a connection or a day, and reads what it must. */
    private static final Pattern NOT_ASKED_BY_PEOPLE = Pattern.compile("(?is).*\\b(pg_catalog|pg_type|pg_class)\\b.*");

    /** What is asked for every row of a time: what is counted, and what is taken home. */
    private static final Pattern READS_ALL = Pattern.compile("/reports/.*|.*export.*");

    private static final int MOST_VALUES = 12;

    private static final String COUNTED_ON_DEMAND = "withTotal=true";

    @Test
    void everyStatementIsAnsweredThroughAnIndexAfterTenYears() {
        World world = World.fresh();
        List<Sent> sent = sent(world);
        UUID company = UUID.fromString(world.as("admin").get("/me").text("/companyId"));
        try (History history = History.of(company, ORDERS);
                Planner planner = new Planner(history)) {
            assertThat(planner.bigTables())
                    .contains("work_order", "timeline_entry", "follow_up", "interaction", "message");
            Map<String, List<String>> slow = new LinkedHashMap<>();
            distinct(sent).forEach(statement -> {
                List<String> faults = planner.faults(statement);
                if (!faults.isEmpty()) {
                    slow.put(
                            statement.request() + "\n    " + statement.sql() + "\n    " + statement.parameters(),
                            faults);
                }
            });
            assertThat(slow).as("of %d statements", distinct(sent).size()).isEmpty();
        }
    }

    /** Of each statement one with each set of values that the application has sent; of those with the same plan one would do. */
    private static List<Sent> distinct(List<Sent> sent) {
        Map<String, Map<String, Sent>> bySql = new LinkedHashMap<>();
        sent.stream()
                .filter(statement -> PLANNED.matcher(statement.sql()).matches())
                .filter(statement ->
                        !NOT_ASKED_BY_PEOPLE.matcher(statement.sql()).matches())
                .forEach(statement -> bySql.computeIfAbsent(statement.sql(), sql -> new LinkedHashMap<>())
                        .putIfAbsent(shape(statement), statement));
        return bySql.values().stream()
                .flatMap(values -> values.values().stream().limit(MOST_VALUES))
                .toList();
    }

    /** Which values are given at all, and which texts they hold; ids and times make no difference to a plan. */
    private static String shape(Sent sent) {
        return sent.parameters()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("[0-9]{4}-[0-9-]{5}[^']*", "time");
    }

    private static List<Sent> sent(World world) {
        ApiDocument document = ApiDocument.served();
        Scene scene = new Scene(world, "看计划");
        Api everywhere = withManyCommunities(world);
        try (StatementLog log = StatementLog.open()) {
            Map<String, String> ids = new HashMap<>(scene.idsByParameter());
            ids.put("residentId", world.id("resident"));
            ids.put("accountId", world.id("desk"));
            Questions questions = new Questions(document, ids);
            for (Operation operation : document.operations()) {
                if (Trials.hasRow(operation)
                        && !operation.isPublic()
                        && !READS_ALL.matcher(operation.shortPath()).matches()) {
                    tryOut(new Trials(document), questions, operation, scene, everywhere, log);
                }
            }
            awaitJobs(log);
            return log.sent();
        }
    }

    private static void tryOut(
            Trials trials, Questions questions, Operation operation, Scene scene, Api everywhere, StatementLog log) {
        boolean asked = false;
        for (Map.Entry<String, Api> person :
                allowed(operation, scene.world(), everywhere).entrySet()) {
            Subject subject = Trials.subject(operation, scene, person.getKey());
            log.mark(operation + " as " + person.getKey());
            Answer answer = trials.send(person.getValue(), operation, scene, subject);
            assertThat(answer.status()).as(answer.raw()).isLessThan(500);
            if (operation.method().equals("GET") && !operation.id().equals("eventFollow")) {
                // Others see less of the same: without filters will do for them.
                List<String> all = questions.of(operation);
                ask(person.getValue(), Trials.path(operation, subject), asked ? all.subList(0, 1) : all, log);
                asked = true;
            }
        }
    }

    private static void ask(Api person, String path, List<String> queries, StatementLog log) {
        for (String query : queries) {
            if (query.endsWith(COUNTED_ON_DEMAND)) {
                continue;
            }
            log.mark(path + query);
            Answer first = person.get((path + query).replaceFirst("[?&]$", ""));
            String cursor = first.text("/nextCursor");
            if (first.status() == 200 && !cursor.isEmpty() && !cursor.equals("null")) {
                person.get(path + query + (query.endsWith("&") ? "" : "&") + "cursor=" + cursor)
                        .require(200);
            }
        }
    }

    private static Map<String, Api> allowed(Operation operation, World world, Api everywhere) {
        Map<String, Api> people = new LinkedHashMap<>();
        if (operation.id().equals("authSignOut")) {
            return people;
        }
        if (operation.roles().contains("MANAGER")) {
            people.put("manager", everywhere);
        }
        Map.of("owner", "OWNER", "technician", "TECHNICIAN", "desk", "FRONT_DESK", "admin", "ADMIN")
                .forEach((person, role) -> {
                    if (operation.roles().contains(role)) {
                        people.put(person, world.as(person));
                    }
                });
        return people;
    }

    /** A manager of all six communities that the history has. */
    private static Api withManyCommunities(World world) {
        List<String> communities = new ArrayList<>(List.of(world.id("community"), world.id("elsewhere")));
        for (String name : List.of("云山府", "阳光里", "滨河家园", "松鹤苑")) {
            communities.add(world.as("admin")
                    .post("/communities", Map.of("name", name, "timeZone", "Asia/Shanghai"))
                    .require(201)
                    .id());
        }
        String username = world.username("everywhere");
        Map<String, Object> account = Map.of(
                "username",
                username,
                "displayName",
                "总管",
                "password",
                World.PASSWORD,
                "roles",
                List.of("MANAGER"),
                "communityIds",
                communities);
        world.as("admin").post("/accounts", account).require(201);
        return Api.nobody().signedIn(username, World.PASSWORD);
    }

    /** The scans for what is due come by themselves, about every second. */
    private static void awaitJobs(StatementLog log) {
        log.mark("what is due");
        long from = StatementLog.size();
        Awaitility.await()
                .until(() -> List.of("next_announcement_at <=", "from job").stream()
                        .allMatch(scan -> StatementLog.sentAfter(from).stream()
                                .anyMatch(sent -> sent.sql().contains(scan))));
    }
}
