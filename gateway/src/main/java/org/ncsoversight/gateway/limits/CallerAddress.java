package org.ncsoversight.gateway.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Where a request comes from, as far as it can be believed. */
final class CallerAddress {

    /** One customer line gets that much of an IPv6 address, and makes up the rest as often as it likes. */
    private static final int NETWORK_IN_BYTES = 8;

    private final Set<String> trustedProxies;

    CallerAddress(Set<String> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (!trustedProxies.contains(address)) {
            return network(address);
        }
        // Each proxy adds the address it heard; those of our own say nothing new.
        List<String> passed = Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return network(passed.reversed().stream()
                .filter(hop -> !trustedProxies.contains(hop))
                .findFirst()
                .orElse(address));
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_IN_BYTES)
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }
}
