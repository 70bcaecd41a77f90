package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.Listed.has;
import static org.bihuan.testing.Listed.ids;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Listed;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter and every order of the list, against what a reader of the whole list would pick out and sort. */
@HttpTest
class WorkOrderListTest {
    private static final long SEED = 20261123;
    private static World world;
    private static Api everywhere;
    private static Api technician;
    private static String technicianId;
    private static List<JsonNode> all;
    private static Map<String, Predicate<JsonNode>> filters;

    /** Orders of two communities in all statuses, and somebody who works in both. */
    @BeforeAll
    static void fill() {
        world = World.fresh();
        everywhere = world.colleague("MANAGER", "FRONT_DESK");
        technician = world.colleague("TECHNICIAN");
        technicianId = technician.get("/me").id();
        String[] kinds = {"REPAIR", "COMPLAINT", "INQUIRY", "HAZARD"};
        String[] priorities = {"EMERGENCY", "URGENT", "NORMAL", "LOW"};
        String[] channels = {"CALL", "WECHAT", "PATROL"};
        for (int i = 0; i < 36; i++) {
            Map<String, Object> matter = new LinkedHashMap<>(WorkOrderFixtures.matter(world, kinds[i % 4], "事情 " + i));
            matter.put("priority", priorities[(i / 2) % 4]);
            matter.put("channel", channels[i % 3]);
            if (i % 3 == 0) {
                matter.put("communityId", world.id("elsewhere"));
                matter.put("location", Map.of("position", "大门"));
                matter.put("reporter", Map.of("name", "路人", "phone", "139 0013 900" + i % 2));
            }
            if (i % 5 == 0) {
                matter.put("preferredWindow", Map.of("from", inHours(i), "to", inHours(i + 2)));
            }
            if (kinds[i % 4].equals("REPAIR")) {
                matter.put("categoryCode", i % 8 == 0 ? "LIFT_ENTRAPMENT" : "PLUMBING_LEAK");
            }
            move(everywhere.post("/work-orders", matter).require(201), i);
        }
        all = Listed.all(everywhere, "/work-orders?limit=200");
        filters = filters(all);
    }

    private static String inHours(int hours) {
        return Instant.now().plusSeconds(3600L * (hours + 1)).toString();
    }

    private static void move(Answer order, int i) {
        List<String> verbs = new ArrayList<>(List.of("dispatch", "accept", "start", "complete", "close", "reopen"));
        if (i % 7 == 6) {
            act(order, i % 2 == 0 ? "hold" : "cancel");
            return;
        }
        if (order.text("/kind").equals("INQUIRY")) {
            verbs.remove("close"); // nobody is asked about it, so it closes by itself
        }
        Answer now = order;
        for (String verb : verbs.subList(0, Math.min(i % 7, verbs.size()))) {
            now = act(now, verb);
        }
        if (i % 7 == 2) {
            act(now, "hold");
        }
    }

    private static Answer act(Answer order, String verb) {
        Map<String, Object> body =
                verb.equals("dispatch") ? Map.of("assigneeId", technicianId) : WorkOrderFixtures.bodyOf(world, verb);
        return everywhere
                .post("/work-orders/" + order.id() + "/" + verb, body, order)
                .require(200);
    }

    /** What each filter means, said of an order as it is shown. */
    private static Map<String, Predicate<JsonNode>> filters(List<JsonNode> orders) {
        Map<String, Predicate<JsonNode>> known = new LinkedHashMap<>();
        known.put("communityId=" + world.id("elsewhere"), has("/communityId", world.id("elsewhere")));
        for (String status : List.of("REGISTERED", "ON_HOLD", "COMPLETED", "CLOSED", "CANCELLED")) {
            known.put("status=" + status, has("/status", status));
        }
        known.put("status=CLOSED&status=DISPATCHED", has("/status", "CLOSED").or(has("/status", "DISPATCHED")));
        known.put(
                "status=ACCEPTED&status=REGISTERED", has("/status", "ACCEPTED").or(has("/status", "REGISTERED")));
        known.put("open=true", WorkOrderListTest::isOpen);
        known.put("open=false", order -> !isOpen(order));
        known.put("kind=HAZARD", has("/kind", "HAZARD"));
        known.put("priority=URGENT&priority=LOW", has("/priority", "URGENT").or(has("/priority", "LOW")));
        known.put("categoryCode=LIFT_ENTRAPMENT", has("/category/code", "LIFT_ENTRAPMENT"));
        known.put("categoryCode=NO_SUCH", order -> false);
        known.put("channel=WECHAT&channel=PATROL", has("/channel", "WECHAT").or(has("/channel", "PATROL")));
        known.put("assigneeId=" + technicianId, has("/assignee/id", technicianId));
        known.put("unassigned=true", WorkOrderListTest::waitsForSomebody);
        known.put("unassigned=false", order -> !waitsForSomebody(order));
        String taker = orders.getFirst().at("/registeredBy/id").asText();
        known.put("registeredById=" + taker, has("/registeredBy/id", taker));
        known.put("registeredById=" + world.id("desk"), order -> false);
        known.put("buildingId=" + world.id("building"), has("/location/buildingId", world.id("building")));
        known.put("unitId=" + world.id("unit"), has("/location/unitId", world.id("unit")));
        known.put("residentId=" + world.id("resident"), has("/reporter/residentId", world.id("resident")));
        known.put("phone=13900139001", has("/reporter/phone", "+8613900139001"));
        known.put("reopened=true", order -> order.path("round").asInt() > 1);
        known.put("reopened=false", order -> order.path("round").asInt() == 1);
        known.put("holdReason=WAITING_PARTS", has("/hold/reasonCode", "WAITING_PARTS"));
        known.put("holdReason=WAITING_OWNER", order -> false);
        known.put("resolutionCode=DONE", has("/resolution/code", "DONE"));
        known.put("closingReason=WAIVED", has("/closing/reason", "WAIVED"));
        known.put("closingReason=VERIFIED", order -> false);
        String liability = orders.stream()
                .map(order -> order.at("/liability/code").asText())
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElseThrow();
        known.put("liability=" + liability, has("/liability/code", liability));
        known.put("q=" + "%E4%BA%8B%E6%83%85", order -> true);
        addTimes(known, orders);
        return known;
    }

    private static void addTimes(Map<String, Predicate<JsonNode>> known, List<JsonNode> orders) {
        Instant middle = time(orders.get(orders.size() / 2), "/createdAt");
        known.put("createdFrom=" + middle, order -> !time(order, "/createdAt").isBefore(middle));
        known.put("createdTo=" + middle, order -> time(order, "/createdAt").isBefore(middle));
        Instant changed = time(orders.get(orders.size() / 3), "/updatedAt");
        known.put("updatedFrom=" + changed, order -> !time(order, "/updatedAt").isBefore(changed));
        known.put("updatedTo=" + changed, order -> time(order, "/updatedAt").isBefore(changed));
        Instant closed = orders.stream()
                .filter(order -> order.at("/closing/at").isTextual())
                .map(order -> time(order, "/closing/at"))
                .sorted()
                .skip(2)
                .findFirst()
                .orElseThrow();
        known.put("closedFrom=" + closed, order -> at(order, "/closing/at", at -> !at.isBefore(closed)));
        known.put("closedTo=" + closed, order -> at(order, "/closing/at", at -> at.isBefore(closed)));
        Instant due = orders.stream()
                .map(WorkOrderListTest::nextDue)
                .filter(at -> at.isBefore(Instant.MAX))
                .sorted()
                .skip(8)
                .findFirst()
                .orElseThrow();
        known.put("dueFrom=" + due, order -> !nextDue(order).isBefore(due) && isDue(order));
        known.put("dueBefore=" + due, order -> nextDue(order).isBefore(due));
        known.put("overdue=true", order -> false);
        known.put("overdue=false", order -> true);
        Instant later = Instant.now().plusSeconds(100_000);
        known.put("nextCheckBefore=" + later, order -> at(order, "/hold/nextCheckAt", at -> at.isBefore(later)));
        Instant soon = Instant.now().plusSeconds(20 * 3600);
        known.put(
                "appointmentFrom=" + soon,
                order -> isOpen(order) && at(order, "/preferredWindow/from", at -> !at.isBefore(soon)));
        known.put(
                "appointmentTo=" + soon,
                order -> isOpen(order) && at(order, "/preferredWindow/from", at -> at.isBefore(soon)));
    }

    private static boolean isOpen(JsonNode order) {
        return !List.of("CLOSED", "CANCELLED").contains(order.path("status").asText());
    }

    private static boolean waitsForSomebody(JsonNode order) {
        return order.path("assignee").isNull()
                && List.of("REGISTERED", "ON_HOLD")
                        .contains(order.path("status").asText());
    }

    private static Instant time(JsonNode order, String pointer) {
        return Instant.parse(order.at(pointer).asText());
    }

    private static boolean at(JsonNode order, String pointer, Predicate<Instant> test) {
        return order.at(pointer).isTextual() && test.test(time(order, pointer));
    }

    /** Of the deadlines that run; none: in no time. */
    private static Instant nextDue(JsonNode order) {
        Instant next = Instant.MAX;
        for (JsonNode clock : order.path("clocks")) {
            Instant due = time(clock, "/dueAt");
            if (List.of("RUNNING", "OVERDUE").contains(clock.path("state").asText()) && due.isBefore(next)) {
                next = due;
            }
        }
        return next;
    }

    private static boolean isDue(JsonNode order) {
        return nextDue(order).isBefore(Instant.MAX);
    }

    private static Instant attention(JsonNode order) {
        if (isDue(order)) {
            return nextDue(order);
        }
        return order.at("/hold/nextCheckAt").isTextual() ? time(order, "/hold/nextCheckAt") : Instant.MAX;
    }

    @Test
    void everyFilterPicksOutWhatItSays() {
        filters.forEach((query, meaning) -> {
            List<String> expected = ids(all.stream().filter(meaning).toList());
            Answer page = everywhere
                    .get("/work-orders?limit=200&withTotal=true&" + query)
                    .require(200);
            List<JsonNode> found = new ArrayList<>();
            page.body().path("items").forEach(found::add);
            assertThat(ids(found)).as(query).containsExactlyElementsOf(expected);
            assertThat(page.body().path("total").asInt()).as(query).isEqualTo(expected.size());
        });
        assertThat(filters.entrySet().stream()
                        .filter(filter -> all.stream().anyMatch(filter.getValue()))
                        .count())
                .as("filters that find something")
                .isGreaterThan(filters.size() * 3L / 4);
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt",
        "-createdAt",
        "updatedAt",
        "-updatedAt",
        "dueAt",
        "priority",
        "nextCheckAt",
        "closedAt",
        "-closedAt"
    })
    void everyOrderSortsWhateverIsFilteredPageByPage(String sort) {
        Random random = new Random(SEED + sort.hashCode());
        List<String> names = List.copyOf(filters.keySet());
        List<JsonNode> sorted = sorted(sort);
        assertThat(ids(Listed.all(everywhere, "/work-orders?limit=5&sort=" + sort)))
                .containsExactlyElementsOf(ids(sorted));
        for (int i = 0; i < 8; i++) {
            String one = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            if (one.substring(0, one.indexOf('=')).equals(other.substring(0, other.indexOf('=')))) {
                continue;
            }
            List<JsonNode> expected =
                    sorted.stream().filter(meaning(one).and(meaning(other))).toList();
            String path = "/work-orders?limit=4&sort=" + sort + "&" + one + "&" + other;
            assertThat(ids(Listed.all(everywhere, path))).as(path).containsExactlyElementsOf(ids(expected));
        }
    }

    private static Predicate<JsonNode> meaning(String filter) {
        return Objects.requireNonNull(filters.get(filter));
    }

    private static List<JsonNode> sorted(String sort) {
        Function<JsonNode, Instant> key = switch (sort.replace("-", "")) {
            case "createdAt" -> order -> time(order, "/createdAt");
            case "updatedAt" -> order -> time(order, "/updatedAt");
            case "dueAt" -> WorkOrderListTest::nextDue;
            case "priority" -> WorkOrderListTest::attention;
            case "nextCheckAt" -> order -> time(order, "/hold/nextCheckAt");
            default -> order -> time(order, "/closing/at");
        };
        Stream<JsonNode> placed = all.stream().filter(order -> switch (sort.replace("-", "")) {
            case "dueAt" -> isDue(order);
            case "priority" -> isOpen(order);
            case "nextCheckAt" -> order.at("/hold/nextCheckAt").isTextual();
            case "closedAt" -> order.at("/closing/at").isTextual();
            default -> true;
        });
        Comparator<JsonNode> order = Comparator.comparing(key);
        if (sort.equals("priority")) {
            order = Comparator.<JsonNode, Priority>comparing(
                            one -> Priority.valueOf(one.path("priority").asText()))
                    .thenComparing(order);
        }
        order = order.thenComparing(one -> one.path("id").asText());
        return placed.sorted(sort.startsWith("-") ? order.reversed() : order).toList();
    }

    @Test
    void technicianAndDeskInOneSeesBothOnce() {
        Api both = world.colleague("TECHNICIAN", "FRONT_DESK");
        assertThat(ids(Listed.all(both, "/work-orders?limit=7"))).containsExactlyElementsOf(ids(all));
        List<JsonNode> given = Listed.all(technician, "/work-orders?open=true&sort=dueAt&limit=3");
        assertThat(ids(given))
                .containsExactlyElementsOf(ids(sorted("dueAt").stream()
                        .filter(has("/assignee/id", technicianId))
                        .toList()));
        assertThat(Listed.all(world.as("strangerDesk"), "/work-orders?communityId=" + world.id("community")))
                .isEmpty();
    }

    @Test
    void ordersNobodyKnowsAndPhonesThatAreNoneAreRefused() {
        Answer sort = everywhere.get("/work-orders?sort=number");
        requireProblem(sort, 400);
        assertThat(errors(sort)).containsExactly("?sort NOT_ONE_OF");
        Answer phone = everywhere.get("/work-orders?phone=abc");
        requireProblem(phone, 422);
        assertThat(errors(phone)).containsExactly("?phone PHONE_NOT_USABLE");
    }
}
