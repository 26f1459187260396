package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 983, 1_000, 19_820, 20_000, 30_000})
    void no_port_of_ours_is_among_those_left_to_receivers_of_webhooks(int offset) {
        var addresses = Addresses.movedBy(offset);

        String[] left = addresses.portsLeftToOthers().split("-");

        int first = Integer.parseInt(left[0]);
        int last = Integer.parseInt(left[1]);
        assertThat(last - first).isGreaterThan(10_000);
        assertThat(addresses.ports().values()).noneMatch(port -> port >= first && port <= last);
    }
}
