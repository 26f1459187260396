package org.ncsoversight.evidence.files.scanning;

import jakarta.validation.constraints.NotNull;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** The virus scanner, if there is one; application.yaml explains each. */
@ConfigurationProperties("evidence.clamd")
@Validated
record ClamdSettings(
        @NotNull String address,
        @NotNull DataSize streamMaxLength,
        @NotNull Duration timeout,
        @NotNull Duration interval,
        @NotNull Duration longestPause) {

    boolean configured() {
        return !address.isBlank();
    }

    /** A path is a socket of this machine, anything else a host and a port; looked up each time it is needed. */
    SocketAddress socketAddress() {
        if (address.startsWith("/")) {
            return UnixDomainSocketAddress.of(address);
        }
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("evidence.clamd.address must be host:port or the path of a socket");
        }
        String host = address.substring(0, colon).replaceAll("^\\[|\\]$", "");
        return new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1)));
    }
}
