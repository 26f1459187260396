package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ncsoversight.deploy.server.Addresses;
import org.ncsoversight.deploy.server.StartRefused;

class MachineTest {

    @Test
    void a_taken_port_is_named_with_who_has_it_and_what_to_do() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var addresses = new Addresses(Map.of("gateway", socket.getLocalPort()));

            assertThatThrownBy(() -> Machine.refuseTakenPorts(addresses))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContainingAll(
                            "Port " + socket.getLocalPort() + " (gateway) is taken by process "
                                    + ProcessHandle.current().pid(),
                            "--port-offset");
        }
    }

    @Test
    void free_ports_are_fine() {
        Machine.refuseTakenPorts(Addresses.free());
    }

    @Test
    void too_little_memory_is_refused_with_both_numbers() {
        assertThatThrownBy(() -> Machine.refuseLittleMemory(1_000_000_000))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("Too little memory", "needs 1000000000 MiB");
        Machine.refuseLittleMemory(1);
    }

    @Test
    void a_running_process_has_resident_memory() {
        assertThat(Machine.residentInMib(ProcessHandle.current().pid())).isPositive();
    }
}
