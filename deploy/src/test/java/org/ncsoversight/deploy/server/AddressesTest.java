package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 983, 1_000, 19_820, 20_000, 30_000})
    void no_port_of_ours_is_among_those_left_to_receivers_of_webhooks(int offset) {
        var addresses = Addresses.movedBy(offset);

        String[] left = addresses.portsLeftToOthers().split("-", -1);

        int first = Integer.parseInt(left[0]);
        int last = Integer.parseInt(left[1]);
        assertThat(last - first).isGreaterThan(10_000);
        assertThat(addresses.ports().values()).noneMatch(port -> port >= first && port <= last);
    }

    @Test
    void each_of_ours_has_a_management_port_and_no_port_is_used_twice() {
        var ports = Addresses.movedBy(0).ports();

        assertThat(ports).containsEntry("gateway management", 9080).containsEntry("reporting management", 9085);
        assertThat(new HashSet<>(ports.values())).hasSameSizeAs(ports.values());
    }

    @Test
    void a_second_platform_at_the_offset_that_is_advised_takes_no_port_of_the_first() {
        assertThat(Addresses.movedBy(2000).ports().values())
                .doesNotContainAnyElementsOf(Addresses.movedBy(0).ports().values());
    }

    @Test
    void prometheus_is_told_to_ask_exactly_the_management_ports() throws IOException {
        var addresses = Addresses.movedBy(0);

        assertThat(scraped())
                .isEqualTo(Servers.SERVICES.stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> "127.0.0.1:" + addresses.port(Addresses.management(name)))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> scraped() throws IOException {
        String file = Files.readString(Path.of("observability/prometheus.yaml"));
        Map<String, ?> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        var jobs = (List<Map<String, ?>>) yaml.get("scrape_configs");
        var targets = (List<Map<String, ?>>) jobs.getFirst().get("static_configs");
        return targets.stream()
                .collect(Collectors.toMap(
                        target -> ((Map<String, String>) target.get("labels")).get("service"),
                        target -> ((List<String>) target.get("targets")).getFirst()));
    }
}
