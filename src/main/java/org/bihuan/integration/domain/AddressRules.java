package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the guard as this installation is configured. */
@ApplicationScoped
class AddressRules {
    private final WebhookSettings settings;
    private final int port;
    private final int managementPort;

    AddressRules(
            WebhookSettings settings,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.settings = settings;
        this.port = port;
        this.managementPort = managementPort;
    }

    @Produces
    @jakarta.inject.Singleton
    AddressGuard guard() {
        List<Cidr> networks = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        for (String allowed : settings.allowedPrivateAddresses().orElse(List.of())) {
            try {
                networks.add(Cidr.parse(allowed));
            } catch (IllegalArgumentException e) {
                hosts.add(allowed.strip().toLowerCase(Locale.ROOT));
            }
        }
        return new AddressGuard(
                new AddressGuard.Rules(
                        settings.allowPlainHttp(), networks, hosts, Set.of(port, managementPort), AddressRules::isHere),
                InetAddress::getAllByName);
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
