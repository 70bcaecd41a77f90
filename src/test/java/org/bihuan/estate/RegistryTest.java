package org.bihuan.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.estate.Estates.HEADER;
import static org.bihuan.estate.Estates.assertCounts;
import static org.bihuan.estate.Estates.each;
import static org.bihuan.estate.Estates.errors;
import static org.bihuan.estate.Estates.send;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HttpTest
class RegistryTest {
    private final World world = World.first();
    private final Api admin = world.as("admin");
    private String community = "";

    @BeforeEach
    void anEmptyCommunity() {
        community = Estates.community(world).id();
    }

    private static byte[] demo() throws IOException {
        try (InputStream csv = RegistryTest.class.getResourceAsStream("/demo/registry.csv")) {
            return csv == null ? new byte[0] : csv.readAllBytes();
        }
    }

    private String total(String path) {
        return admin.get(path + "?withTotal=true&limit=1&communityId=" + community)
                .require(200)
                .text("/total");
    }

    @Test
    void aWholeEstateIsTakenOverAndTheSameFileAgainChangesNothing() throws IOException {
        World fresh = World.fresh();
        String home = fresh.id("elsewhere");
        assertCounts(send(fresh.as("admin"), home, demo()), 408, 0, 0);
        assertCounts(send(fresh.as("admin"), home, demo()), 0, 0, 408);
        String query = "?withTotal=true&limit=1&communityId=" + home;
        assertThat(fresh.as("strangerDesk").get("/units" + query).text("/total"))
                .isEqualTo("336");
        assertThat(fresh.as("strangerDesk").get("/residents" + query).text("/total"))
                .isEqualTo("391");
    }

    @Test
    void oneRejectedLineLeavesEverythingAsItWas() {
        String csv =
                HEADER + "1,1,101,80,,王芳,OWNER,13822220001,2020-01-01\n1,1,102,80,,王强,BOSS,13822220002,2020-01-01\n";
        Answer outcome =
                send(admin.with("Accept-Language", "en"), community, csv).require(200);
        assertThat(outcome.body().path("rejected")).hasSize(1);
        assertThat(outcome.text("/rejected/0/line")).isEqualTo("3");
        assertThat(outcome.text("/rejected/0/column")).isEqualTo("relation");
        assertThat(outcome.text("/rejected/0/message")).isEqualTo("Must be one of: OWNER, TENANT, FAMILY.");
        assertThat(outcome.text("/created")).isEqualTo("0");
        assertThat(total("/units")).isEqualTo("0");
        Answer chinese = send(admin.with("Accept-Language", "zh-CN"), community, csv);
        assertThat(chinese.text("/rejected/0/message")).startsWith("必须是以下之一");
    }

    @Test
    void validatingWritesNothing() throws IOException {
        Answer outcome =
                admin.send("POST", "/imports/registry?validateOnly=true&communityId=" + community, demo(), "text/csv");
        assertThat(outcome.require(200).text("/created")).isEqualTo("408");
        assertThat(total("/units")).isEqualTo("0");
    }

    @Test
    void aChangeOfAPersonIsCountedInTheirVersion() {
        String phone = "13822220003";
        assertCounts(send(admin, community, HEADER + "1,1,101,,,林一,OWNER," + phone + ",2020-01-01\n"), 1, 0, 0);
        Answer before = admin.get("/residents?phone=" + phone);
        assertCounts(send(admin, community, HEADER + "1,1,101,,,林一,OWNER," + phone + ",2020-02-01\n"), 0, 1, 0);
        Answer after = admin.get("/residents?phone=" + phone);
        assertThat(after.text("/items/0/occupancies/0/from")).isEqualTo("2020-02-01");
        assertThat(after.text("/items/0/version")).isNotEqualTo(before.text("/items/0/version"));
    }

    @Test
    void theSamePersonInTwoCommunitiesIsOneResident() {
        String line = "1,1,101,,,林二,OWNER,13822220004,2020-01-01\n";
        assertCounts(send(admin, community, HEADER + line), 1, 0, 0);
        assertCounts(send(admin, Estates.community(world).id(), HEADER + line), 1, 0, 0);
        Answer found = admin.get("/residents?phone=13822220004").require(200);
        assertThat(found.body().path("items")).hasSize(1);
        assertThat(found.body().at("/items/0/occupancies")).hasSize(2);
    }

    @Test
    void importsAtTheSameTimeDoubleNothing() {
        byte[] csv = (HEADER
                        + IntStream.range(0, 300)
                                .mapToObj(i -> "1,1," + (100 + i) + ",80,,住户" + i + ",OWNER,1392222" + (1000 + i)
                                        + ",2020-01-01")
                                .collect(Collectors.joining("\n")))
                .getBytes(UTF_8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Answer>> running = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(admin, community, csv), threads))
                    .toList();
            List<String> created = running.stream()
                    .map(answer -> answer.join().require(200).text("/created"))
                    .sorted()
                    .toList();
            assertThat(created).containsExactly("0", "0", "0", "0", "0", "0", "0", "300");
        }
        assertThat(total("/units")).isEqualTo("300");
        assertThat(total("/residents")).isEqualTo("300");
    }

    @Test
    void onlyAdministratorsImportAndOnlyIntoTheirOwnCompany() {
        send(world.as("manager"), community, HEADER).require(403);
        assertThat(errors(send(World.other().as("admin"), community, HEADER).require(422)))
                .containsExactly("?communityId UNKNOWN_COMMUNITY");
        assertThat(errors(admin.send("POST", "/imports/registry", HEADER, "text/csv")
                        .require(400)))
                .containsExactly("?communityId REQUIRED");
    }

    @Test
    void whatIsNoCsvInUtf8IsRefused() {
        String path = "/imports/registry?communityId=" + community;
        admin.send("POST", path, Map.of(), "application/json").require(415);
        byte[] gbk = (HEADER + "1,1,101,,,王芳,OWNER,,2020-01-01").getBytes(Charset.forName("GB18030"));
        assertThat(errors(send(admin, community, gbk).require(400))).containsExactly(" NOT_UTF_8");
        byte[] large = new byte[21 * 1024 * 1024];
        Arrays.fill(large, (byte) ',');
        assertThat(send(admin, community, large).status()).isEqualTo(413);
    }

    @Test
    void aKeyMakesAnImportHappenOnce() {
        Api keyed = admin.with("Idempotency-Key", "registry-" + community);
        String csv = HEADER + "1,1,101,,,林三,OWNER,13822220005,2020-01-01\n";
        assertCounts(send(keyed, community, csv), 1, 0, 0);
        Answer again = send(keyed, community, csv);
        assertCounts(again, 1, 0, 0);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(each(admin.get("/units?communityId=" + community), "code")).containsExactly("1-1-101");
    }
}
