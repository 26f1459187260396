package org.ncsoversight.evidence.exchange.sending;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are no machine out there, after IANA's registries of special addresses: private ones, and ones that lead to an
 * IPv4 address by way of a translator or relay, which may be private.
 */
final class SpecialAddresses {

    /** The first bits of an address. */
    private record Network(int bytes, BigInteger start, int ignoredBits) {

        static Network of(String prefix) {
            String[] parts = prefix.split("/", -1);
            try {
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                int ignored = address.length * Byte.SIZE - Integer.parseInt(parts[1]);
                return new Network(address.length, new BigInteger(1, address).shiftRight(ignored), ignored);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(prefix, e);
            }
        }

        boolean includes(byte[] address) {
            return address.length == bytes
                    && new BigInteger(1, address).shiftRight(ignoredBits).equals(start);
        }
    }

    private static final int IPV4_BYTES = 4;

    private static final List<Network> IPV4 = networks(
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

    /** All that is given out in the world; translated forms (::a.b.c.d, ::ffff:0:a.b.c.d, 64:ff9b::) lie outside of it. */
    private static final Network IPV6_OUTSIDE = Network.of("2000::/3");

    /** Protocols (Teredo and ORCHID among them), examples, and 6to4. */
    private static final List<Network> IPV6_INSIDE = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private SpecialAddresses() {}

    static boolean include(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return IPV4.stream().anyMatch(network -> network.includes(bytes));
        }
        return !IPV6_OUTSIDE.includes(bytes)
                || IPV6_INSIDE.stream().anyMatch(network -> network.includes(bytes))
                || isTunnelledInASite(bytes);
    }

    /** ISATAP: whatever the network, its last half says 0:5efe or 200:5efe and an IPv4 address. */
    private static boolean isTunnelledInASite(byte[] bytes) {
        return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
    }

    private static List<Network> networks(String... prefixes) {
        return Stream.of(prefixes).map(Network::of).toList();
    }
}
