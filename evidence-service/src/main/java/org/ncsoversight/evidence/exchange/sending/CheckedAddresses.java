package org.ncsoversight.evidence.exchange.sending;

import java.net.InetAddress;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Answers every question for a name with what was found and checked before, so that there is no second look-up. */
record CheckedAddresses(List<InetAddress> addresses) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String name) {
        return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String name) {
        return name;
    }
}
