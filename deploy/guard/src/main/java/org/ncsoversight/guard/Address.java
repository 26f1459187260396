package org.ncsoversight.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request came from, as far as one guesser cannot change it at will. */
final class Address {

    private static final int OF_ONE_NETWORK_IN_BYTES = 8;

    private Address() {}

    /** The address itself; of the newer kind, of which each household has billions, the network alone. */
    static String of(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        try {
            byte[] bytes = InetAddress.getByName(remote.split("%", 2)[0]).getAddress();
            return bytes.length <= OF_ONE_NETWORK_IN_BYTES
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, OF_ONE_NETWORK_IN_BYTES);
        } catch (UnknownHostException e) {
            return remote;
        }
    }
}
