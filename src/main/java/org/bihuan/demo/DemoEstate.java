package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bihuan.demo.DayScript.Caller;
import org.bihuan.demo.DemoStaff.Member;
import org.bihuan.demo.DemoStaff.Post;

/** Sets up the invented estate: company, community, registry, accounts. */
final class DemoEstate {
    static final String COMPANY = "翠湖物业";

    private static final Map<String, List<String>> NAMES = Map.of(
            "PLUMBING", List.of("李师傅", "韩师傅"),
            "ELECTRICAL", List.of("王师傅", "赵师傅"),
            "LIFT", List.of("孙师傅", "钱师傅"),
            "SECURITY", List.of("周队长", "马队员"),
            "SAFETY", List.of("吴安全员", "高安全员"),
            "LOW_VOLTAGE", List.of("郑师傅", "宋师傅"),
            "CIVIL", List.of("陈师傅", "梁师傅"),
            "HVAC", List.of("冯师傅", "唐师傅"),
            "CLEANING", List.of("何姐", "罗姐"),
            "MANAGEMENT", List.of("许主管", "谢主管"));

    private final DayScript script;
    private final DemoStaff staff;
    private final Consumer<String> remarks;

    /**
     * @param passwords where the new accounts' passwords come from
     * @param remarks is told, a line at a time, what was found or left out
     */
    DemoEstate(ApiConnection connection, DayScript script, Supplier<String> passwords, Consumer<String> remarks) {
        this.script = script;
        this.staff = new DemoStaff(connection, passwords);
        this.remarks = remarks;
    }

    /** Makes the company and its administrator in a brand-new installation. */
    static void setUp(ApiConnection connection, String token, String company, DemoAccount admin) {
        Map<String, String> person = Map.of(
                "username", admin.username(),
                "displayName", admin.displayName(),
                "password", admin.password());
        Map<String, Object> body = Map.of("token", token, "company", Map.of("name", company), "admin", person);
        connection.send(ApiRequest.post("/setup", body, null), null);
    }

    /**
     * Makes what the day needs and is not there yet; the accounts are always new, because nobody knows the
     * others' passwords.
     */
    StagedEstate stage(ApiClient admin, String communityName) {
        Optional<JsonNode> found = community(admin, communityName);
        found.ifPresent(there -> remarks.accept("Community " + communityName + " is there already and is used."));
        JsonNode community = found.orElseGet(() -> createCommunity(admin, communityName));
        String communityId = community.path("id").asText();
        importRegistry(admin, communityId);
        List<String> here = List.of(communityId);
        Member manager = staff.engage(admin, new Post("demo.manager", "张经理", "MANAGER", here, null));
        List<Member> desks = List.of(
                staff.engage(admin, new Post("demo.desk1", "前台小林", "FRONT_DESK", here, null)),
                staff.engage(admin, new Post("demo.desk2", "前台小陈", "FRONT_DESK", here, null)));
        Map<String, List<Member>> crews = crews(admin, here);
        owner(desks.getFirst().client(), found.isPresent());
        ZoneId zone =
                ZoneId.of(community.path("timeZone").asText(script.community().timeZone()));
        return new StagedEstate(communityId, zone, manager, desks, crews, staff.accounts());
    }

    private static Optional<JsonNode> community(ApiClient admin, String name) {
        return admin.list("/communities").stream()
                .filter(community -> name.equals(community.path("name").asText()))
                .findFirst();
    }

    private JsonNode createCommunity(ApiClient admin, String name) {
        ApiAnswer answer = admin.post(
                "/communities",
                Map.of("name", name, "timeZone", script.community().timeZone()));
        answer.text("id");
        return answer.body();
    }

    private static void importRegistry(ApiClient admin, String communityId) {
        byte[] csv = Json.resourceBytes("registry.csv");
        ApiAnswer answer = admin.postCsv("/imports/registry?communityId=" + ApiClient.encoded(communityId), csv);
        if (!answer.body().path("rejected").isEmpty()) {
            throw new ApiUnusable("The registry was not taken: " + answer.body().path("rejected"));
        }
    }

    private Map<String, List<Member>> crews(ApiClient admin, List<String> here) {
        Map<String, List<Member>> crews = new LinkedHashMap<>();
        script.technicians().forEach((crew, count) -> {
            List<Member> members = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                members.add(staff.engage(admin, technician(crew, i, here)));
            }
            crews.put(crew, members);
        });
        return crews;
    }

    private static Post technician(String crew, int number, List<String> here) {
        String word = crew.toLowerCase(Locale.ROOT).replace("_", "");
        String username = "demo." + word + (number == 1 ? "" : String.valueOf(number));
        List<String> names = NAMES.getOrDefault(crew, List.of());
        String displayName = number <= names.size() ? names.get(number - 1) : crew + " " + number;
        return new Post(username, displayName, "TECHNICIAN", here, null);
    }

    /**
     * Where the estate was there before, its resident may have an account already; the day can be played without
     * another.
     */
    private void owner(ApiClient desk, boolean playedBefore) {
        Caller resident = script.mostFrequentResident();
        try {
            String id = residentId(desk, resident);
            staff.engage(desk, new Post("demo.owner", resident.name(), "OWNER", List.of(), id));
        } catch (ApiRefusal refusal) {
            if (!playedBefore || (refusal.status() != 409 && refusal.status() != 422)) {
                throw refusal;
            }
            remarks.accept("No owner's account was made. " + refusal.getMessage());
        }
    }

    private static String residentId(ApiClient desk, Caller resident) {
        return desk.list("/residents?phone=" + ApiClient.encoded(resident.phone())).stream()
                .filter(found -> resident.name().equals(found.path("name").asText()))
                .map(found -> found.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new ApiUnusable(
                        "The registry was imported, but " + resident.name() + " is not found by phone."));
    }
}
