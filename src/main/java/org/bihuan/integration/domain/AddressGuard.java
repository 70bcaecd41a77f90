package org.bihuan.integration.domain;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bihuan.shared.DomainException;
import org.bihuan.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Decides where webhooks may go: to public addresses of the internet, and to what the operator has allowed, so that nobody
 * makes this server talk to what only it can reach. Every address of a name is looked at, and who connects must use the very
 * address that was.
 */
final class AddressGuard {
    private static final int LONGEST = 2000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;

    /** IANA's registry of special IPv4 addresses: nothing of the internet is there. Multicast and the reserved rest included. */
    private static final List<Cidr> SPECIAL_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** The only IPv6 addresses that are given out as public ones. NAT64 and the mapped ones lie outside. */
    private static final Cidr PUBLIC_V6 = Cidr.parse("2000::/3");

    /** IANA's registry of special IPv6 addresses inside the public ones: protocols (Teredo and others), examples, 6to4. */
    private static final List<Cidr> SPECIAL_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9_-]{1,63})*");
    private static final Pattern QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private final Rules rules;
    private final NameLookup names;

    AddressGuard(Rules rules, NameLookup names) {
        this.rules = rules;
        this.names = names;
    }

    /**
     * @param plainHttp whether http will do
     * @param networks that are allowed although they are not public
     * @param hosts that are allowed wherever they are, in lower case
     * @param ownPorts where this application itself listens
     * @param isHere whether an address is one of this machine
     */
    record Rules(
            boolean plainHttp,
            List<Cidr> networks,
            Set<String> hosts,
            Set<Integer> ownPorts,
            Predicate<InetAddress> isHere) {}

    /** The addresses of a name. */
    interface NameLookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * Where to connect to, and what to say there.
     *
     * @param host for the certificate and the Host header
     * @param target path and query
     */
    record Destination(boolean secure, String host, int port, String target, InetAddress address) {}

    /** The address may not be used; the code says why. */
    static final class Refused extends DomainException {
        Refused(String code) {
            super(code);
        }

        /** The same, when it was given by somebody. */
        InvalidInput at(String pointer) {
            return InvalidInput.invalid(pointer, code());
        }
    }

    /** @throws Refused when it may not go there, now */
    Destination check(String url) {
        URI uri = parse(url);
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        if (!secure && !(rules.plainHttp() && uri.getScheme().equalsIgnoreCase("http"))) {
            throw new Refused("URL_NOT_HTTPS");
        }
        String host = host(uri);
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS : HTTP;
        if (port < 1 || port > LAST_PORT) {
            throw new Refused("URL_UNUSABLE");
        }
        InetAddress address = checked(host, port);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return new Destination(secure, host, port, target, address);
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            boolean usable = url.length() <= LONGEST
                    && uri.getScheme() != null
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            if (usable) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // refused below, like all the others
        }
        throw new Refused("URL_UNUSABLE");
    }

    /** Numbers must be written in the one usual way, because others read them differently: 0177.0.0.1, 127.1, 2130706433. */
    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            if (host.contains("%")) {
                throw new Refused("URL_UNUSABLE");
            }
            return host.substring(1, host.length() - 1);
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        boolean number = NUMBER.matcher(last).matches();
        if (number ? !QUAD.matcher(host).matches() : !NAME.matcher(host).matches()) {
            throw new Refused("URL_UNUSABLE");
        }
        return host;
    }

    /** All of them have to be good: which one a name gives first is up to who owns it. */
    private InetAddress checked(String host, int port) {
        InetAddress[] addresses = lookUp(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address) && !isAllowed(host, address)) {
                throw new Refused("ADDRESS_NOT_PUBLIC");
            }
            if (rules.ownPorts().contains(port) && rules.isHere().test(address)) {
                throw new Refused("ADDRESS_IS_OWN");
            }
        }
        return addresses[0];
    }

    private InetAddress[] lookUp(String host) {
        InetAddress @Nullable [] addresses;
        try {
            addresses = names.addresses(host);
        } catch (UnknownHostException e) {
            throw new Refused("HOST_UNKNOWN");
        }
        if (addresses.length == 0) {
            throw new Refused("HOST_UNKNOWN");
        }
        return addresses;
    }

    private boolean isAllowed(String host, InetAddress address) {
        return rules.hosts().contains(host) || rules.networks().stream().anyMatch(network -> network.contains(address));
    }

    static boolean isPublic(InetAddress address) {
        boolean isV4 = address.getAddress().length == Integer.BYTES;
        return isV4
                ? SPECIAL_V4.stream().noneMatch(network -> network.contains(address))
                : PUBLIC_V6.contains(address) && SPECIAL_V6.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Cidr> networks(String... networks) {
        return java.util.Arrays.stream(networks).map(Cidr::parse).toList();
    }
}
