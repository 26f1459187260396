package org.ncsoversight.evidence.exchange.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where webhooks may lead: out, and never to a machine that only this one can reach. */
@Component
public class OutsideAddress {

    /** What became of an address that was looked up. */
    sealed interface Lookup {

        /** May be called, at these addresses and no other: the name may lead elsewhere a moment later. */
        record Found(List<InetAddress> addresses) implements Lookup {}

        record Refused(String why) implements Lookup {}
    }

    /** Finds the addresses of a name. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] find(String name) throws UnknownHostException;
    }

    private static final String PRIVATE = "The address leads to a private network";
    private static final int HIGHEST_PORT = 65_535;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final WebhookSettings settings;
    private final Names names;

    OutsideAddress(WebhookSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
    }

    /** Why it may not be called, if it may not. */
    public Optional<String> objection(URI address) {
        return switch (lookUp(address)) {
            case Lookup.Found _ -> Optional.empty();
            case Lookup.Refused(var why) -> Optional.of(why);
        };
    }

    /** Looked up anew each time, because names move. */
    Lookup lookUp(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return new Lookup.Refused("Enter a whole web address, without a user name");
        }
        if (address.getPort() == 0 || address.getPort() > HIGHEST_PORT) {
            return new Lookup.Refused("The port must be between 1 and %,d".formatted(HIGHEST_PORT));
        }
        try {
            return judge(address, List.of(names.find(host)));
        } catch (UnknownHostException _) {
            return new Lookup.Refused("The name %s is not known".formatted(host));
        }
    }

    private Lookup judge(URI address, List<InetAddress> found) {
        boolean https = "https".equals(address.getScheme());
        boolean loopback = found.stream().allMatch(InetAddress::isLoopbackAddress);
        if (!loopback && found.stream().anyMatch(SpecialAddresses::include)) {
            return new Lookup.Refused(PRIVATE);
        }
        if (loopback && !settings.allowLoopback()) {
            return new Lookup.Refused(PRIVATE);
        }
        if (!https && !(loopback && "http".equals(address.getScheme()))) {
            return new Lookup.Refused("The address must begin with https://");
        }
        return loopback && !settings.loopbackPorts().contains(port(address, https))
                ? new Lookup.Refused(
                        "The port of a receiver on this machine must be in %s; other ports are kept from it"
                                .formatted(settings.loopbackPorts()))
                : new Lookup.Found(found);
    }

    private static int port(URI address, boolean https) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return https ? HTTPS_PORT : HTTP_PORT;
    }
}
