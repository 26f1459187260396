package org.ncsoversight.evidence.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where webhooks may lead: out, and never to a machine that only this one can reach. */
@Component
class OutsideAddress {

    private static final int HIGHEST_PORT = 65_535;

    private final boolean allowLoopback;

    OutsideAddress(WebhookSettings settings) {
        this.allowLoopback = settings.allowLoopback();
    }

    /** Why it may not be called, if it may not; looked up anew each time, because names move. */
    Optional<String> objection(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of("Enter a whole web address, without a user name");
        }
        if (address.getPort() == 0 || address.getPort() > HIGHEST_PORT) {
            return Optional.of("The port must be between 1 and %,d".formatted(HIGHEST_PORT));
        }
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            return Optional.of("The name %s is not known".formatted(host));
        }
        boolean loopback = true;
        for (InetAddress one : found) {
            if (!one.isLoopbackAddress() && isInside(one)) {
                return Optional.of("The address leads to a private network");
            }
            loopback &= one.isLoopbackAddress();
            if (one.isLoopbackAddress() && !allowLoopback) {
                return Optional.of("The address leads to a private network");
            }
        }
        boolean plain = "http".equals(address.getScheme()) && loopback;
        return "https".equals(address.getScheme()) || plain
                ? Optional.empty()
                : Optional.of("The address must begin with https://");
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean carrierGrade = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        return address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrierGrade
                || thisNetwork;
    }
}
