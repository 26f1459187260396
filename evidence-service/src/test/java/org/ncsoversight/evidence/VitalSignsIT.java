package org.ncsoversight.evidence;

import java.util.List;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.UnavailableIssuerSpecification;
import org.ncsoversight.backing.UnavailableStoreSpecification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What it says of itself, and what it does while those it needs are away. */
class VitalSignsIT extends RunningService
        implements ManagementPortSpecification, UnavailableStoreSpecification, UnavailableIssuerSpecification {

    @Autowired
    private Environment environment;

    @Override
    public int mainPort() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public int managementPort() {
        return environment.getRequiredProperty("local.management.port", Integer.class);
    }

    @Override
    public List<String> series() {
        return List.of(
                "ncs_store_writable 1.0",
                "mongodb_driver_pool_size",
                "ncs_outbox_unsent",
                "ncs_outbox_oldest_age_seconds",
                "ncs_listener_partitions{listener=\"criteria\"} 9.0",
                "ncs_listener_partitions{listener=\"readiness\"} 6.0",
                "ncs_listener_partitions{listener=\"webhooks\"} 3.0");
    }

    @Override
    public FreezableProxy store() {
        return RunningService.STORE;
    }

    @Override
    public FreezableProxy issuer() {
        return RunningService.ISSUER_KEYS;
    }

    @Override
    public String apiPath() {
        return "/api/evidence/items";
    }

    @Override
    public String pagePath() {
        return "/evidence";
    }

    @Override
    public String token() {
        return lead();
    }
}
