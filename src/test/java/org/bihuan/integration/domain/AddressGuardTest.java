package org.bihuan.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.integration.domain.AddressGuard.Destination;
import org.bihuan.integration.domain.AddressGuard.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trick by which a webhook could be led to what only this server reaches. */
class AddressGuardTest {
    private static final String PUBLIC = "93.184.215.14";

    /** Names as some name server could answer them. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("sms.example.com", List.of(PUBLIC)),
            Map.entry("six.example.com", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c")),
            Map.entry("trailing.example.com.", List.of(PUBLIC)),
            Map.entry("localhost", List.of("127.0.0.1", "::1")),
            Map.entry("localhost.", List.of("127.0.0.1")),
            Map.entry("127-0-0-1.example.com", List.of("127.0.0.1")),
            Map.entry("inside.example.com", List.of("10.1.2.3")),
            Map.entry("both.example.com", List.of(PUBLIC, "192.168.1.1")),
            Map.entry("metadata.example.com", List.of("169.254.169.254")),
            Map.entry("six-inside.example.com", List.of("fd00::1")),
            Map.entry("gateway", List.of("10.9.9.9")));

    private static final Rules STRICT = new Rules(false, List.of(), Set.of(), Set.of(8080), address -> false);

    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        boolean literal = host.matches("[0-9.]+|.*:.*");
        List<String> known = literal ? List.of(host) : NAMES.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        return Arrays.stream(known.toArray(String[]::new))
                .map(AddressGuardTest::literal)
                .toArray(InetAddress[]::new);
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Destination check(Rules rules, String url) {
        return new AddressGuard(rules, AddressGuardTest::lookUp).check(url);
    }

    private static void isRefused(Rules rules, String url, String code) {
        assertThatThrownBy(() -> check(rules, url))
                .as(url)
                .isInstanceOfSatisfying(
                        AddressGuard.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.8.9.1/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://100.127.255.254/",
                "https://0.0.0.0/",
                "https://0.1.2.3/",
                "https://192.0.0.8/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://198.51.100.7/",
                "https://203.0.113.7/",
                "https://192.88.99.1/",
                "https://224.0.0.1/",
                "https://239.255.255.250/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://[64:ff9b:1::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:a00:1::1]/",
                "https://[2001:0:7f00:1::1]/",
                "https://[2001:db8::1]/",
                "https://[fc00::1]/",
                "https://[fdff::1]/",
                "https://[fe80::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[100::1]/",
                "https://[5f00::1]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://127-0-0-1.example.com/",
                "https://inside.example.com/",
                "https://both.example.com/",
                "https://metadata.example.com/",
                "https://six-inside.example.com/",
                "https://gateway/"
            })
    void whatIsNotPublicIsRefused(String url) {
        isRefused(STRICT, url.replace("localhost./", "localhost/"), "ADDRESS_NOT_PUBLIC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://127.0.0.01/",
                "https://1.2.3.4.5/",
                "https://example.0x7f/",
                "https://localhost./",
                "https://user@sms.example.com/",
                "https://user:password@sms.example.com/",
                "https://sms.example.com@127.0.0.1/",
                "https://127.0.0.1#@sms.example.com/",
                "https://sms.example.com/#part",
                "https://sms.example.com\\@127.0.0.1/",
                "https://sms.example.com:0/",
                "https://sms.example.com:70000/",
                "https://sms.example.com:port/",
                "https://[fe80::1%25eth0]/",
                "https://①②⑦.⓪.⓪.①/",
                "https://短信.example.com/",
                "https://sms%2eexample.com/",
                "https:///path",
                "https:sms.example.com",
                "//sms.example.com/",
                "sms.example.com",
                "https://-x.example.com/",
                "https://exa mple.com/",
                ""
            })
    void whatCanBeReadInTwoWaysIsRefused(String url) {
        isRefused(STRICT, url, "URL_UNUSABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sms.example.com/", "ftp://sms.example.com/", "file://sms.example.com/etc/passwd"})
    void onlyHttpsWillDo(String url) {
        isRefused(STRICT, url, "URL_NOT_HTTPS");
    }

    @Test
    void plainHttpWillDoWhereItIsAllowed() {
        Rules plain = new Rules(true, List.of(), Set.of(), Set.of(), address -> false);
        assertThat(check(plain, "http://sms.example.com/").port()).isEqualTo(80);
        isRefused(plain, "ftp://sms.example.com/", "URL_NOT_HTTPS");
    }

    @Test
    void aHostThatNobodyKnowsIsRefused() {
        isRefused(STRICT, "https://nowhere.example.com/", "HOST_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "https://sms.example.com/in?key=1, sms.example.com, 443, /in?key=1, " + PUBLIC,
        "https://SMS.example.com:8443, sms.example.com, 8443, /, " + PUBLIC,
        "https://93.184.215.14/, 93.184.215.14, 443, /, " + PUBLIC,
        "https://six.example.com/, six.example.com, 443, /, 2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "https://[2606:4700::1111]:444/x, 2606:4700::1111, 444, /x, 2606:4700::1111"
    })
    void aPublicAddressIsGoodAndConnectedToItself(String url, String host, int port, String target, String address) {
        Destination destination = check(STRICT, url);
        assertThat(destination.host()).isEqualTo(host);
        assertThat(destination.port()).isEqualTo(port);
        assertThat(destination.target()).isEqualTo(target);
        assertThat(destination.address()).isEqualTo(literal(address));
        assertThat(destination.secure()).isTrue();
    }

    @Test
    void networksAndNamesCanBeAllowed() {
        Rules open = new Rules(
                false, List.of(Cidr.parse("10.1.0.0/16"), Cidr.parse("::1")), Set.of("gateway"), Set.of(), a -> false);
        assertThat(check(open, "https://inside.example.com/").address()).isEqualTo(literal("10.1.2.3"));
        assertThat(check(open, "https://gateway/").address()).isEqualTo(literal("10.9.9.9"));
        assertThat(check(open, "https://[::1]/").address()).isEqualTo(literal("::1"));
        isRefused(open, "https://10.2.0.1/", "ADDRESS_NOT_PUBLIC");
        isRefused(open, "https://both.example.com/", "ADDRESS_NOT_PUBLIC");
    }

    @Test
    void thisApplicationItselfIsRefusedAlsoWhereTheMachineIsAllowed() {
        Rules here = new Rules(true, List.of(Cidr.parse("127.0.0.0/8")), Set.of(), Set.of(8080, 9000), a -> true);
        isRefused(here, "http://127.0.0.1:8080/api/v1/work-orders", "ADDRESS_IS_OWN");
        isRefused(here, "http://127.0.0.1:9000/q/metrics", "ADDRESS_IS_OWN");
        assertThat(check(here, "http://127.0.0.1:8081/").port()).isEqualTo(8081);
    }

    @Test
    void whatANameMeansIsAskedEachTime() throws UnknownHostException {
        List<String> answers = new java.util.ArrayList<>(List.of(PUBLIC, "127.0.0.1"));
        AddressGuard guard =
                new AddressGuard(STRICT, host -> new InetAddress[] {InetAddress.getByName(answers.removeFirst())});
        assertThat(guard.check("https://rebinding.example.com/").address()).isEqualTo(literal(PUBLIC));
        assertThatThrownBy(() -> guard.check("https://rebinding.example.com/"))
                .isInstanceOf(AddressGuard.Refused.class);
    }
}
