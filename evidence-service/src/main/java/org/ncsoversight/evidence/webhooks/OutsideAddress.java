package org.ncsoversight.evidence.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Where webhooks may lead: out, and never to a machine that only this one can reach. */
@Component
class OutsideAddress {

    private static final int HIGHEST_PORT = 65_535;

    /** 240.0.0.0/4, the broadcast address among them. */
    private static final int RESERVED_FROM = 240;

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
        return address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSpecial(address.getAddress());
    }

    /** Java turns IPv4 written as IPv6 (::ffff:0:0/96) into IPv4 by itself. */
    private static boolean isSpecial(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            boolean carrierGrade = first == 100 && (second & 0xc0) == 64;
            boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
            boolean benchmarks = first == 198 && (second & 0xfe) == 18;
            return first == 0 || carrierGrade || protocols || benchmarks || first >= RESERVED_FROM;
        }
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        // These lead to an IPv4 address behind a translator or relay, which may be a private one.
        boolean translated = first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean relayed = first == 0x20 && second == 0x02;
        boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean compatible = IntStream.range(0, 12).allMatch(i -> bytes[i] == 0);
        return uniqueLocal || translated || relayed || teredo || compatible;
    }
}
