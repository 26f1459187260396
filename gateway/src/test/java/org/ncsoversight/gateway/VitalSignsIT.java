package org.ncsoversight.gateway;

import java.util.List;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.gateway.running.RunningGateway;

/** What it says of itself to those who run the platform. */
class VitalSignsIT implements ManagementPortSpecification {

    private final RunningGateway gateway = RunningGateway.get();

    @Override
    public int mainPort() {
        return gateway.port;
    }

    @Override
    public int managementPort() {
        return gateway.managementPort;
    }

    @Override
    public List<String> series() {
        return List.of();
    }
}
