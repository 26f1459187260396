package org.ncsoversight.outcomes;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.backing.UnavailableIssuerSpecification;
import org.ncsoversight.backing.UnavailableStoreSpecification;

/** What it says of itself, and what it does while those it needs are away. */
class VitalSignsIT
        implements ManagementPortSpecification, UnavailableStoreSpecification, UnavailableIssuerSpecification {

    private static final Service SERVICE = Service.start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Override
    public int mainPort() {
        return SERVICE.port("server");
    }

    @Override
    public int managementPort() {
        return SERVICE.port("management");
    }

    @Override
    public List<String> series() {
        return List.of(
                "ncs_store_writable 1.0",
                "mongodb_driver_pool_size",
                "ncs_outbox_unsent",
                "ncs_outbox_oldest_age_seconds",
                "ncs_listener_partitions{listener=\"providers\"} 6.0");
    }

    @Override
    public FreezableProxy store() {
        return Service.STORE;
    }

    @Override
    public FreezableProxy issuer() {
        return Service.ISSUER_KEYS;
    }

    @Override
    public String apiPath() {
        return "/api/outcomes/summary";
    }

    @Override
    public String pagePath() {
        return "/outcomes";
    }

    @Override
    public String token() {
        return Tokens.of("contract-manager");
    }
}
