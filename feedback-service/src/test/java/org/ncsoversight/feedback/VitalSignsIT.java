package org.ncsoversight.feedback;

import java.util.List;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.ManagementPortSpecification;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.backing.UnavailableIssuerSpecification;
import org.ncsoversight.backing.UnavailableStoreSpecification;

/** What it says of itself, and what it does while those it needs are away. */
class VitalSignsIT extends RunningService
        implements ManagementPortSpecification, UnavailableStoreSpecification, UnavailableIssuerSpecification {

    @Override
    public List<String> series() {
        return List.of(
                "ncs_store_writable 1.0",
                "mongodb_driver_pool_size",
                "ncs_outbox_unsent",
                "ncs_outbox_oldest_age_seconds",
                "ncs_listener_partitions{listener=\"feedback-service\"} 6.0");
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
        return "/api/feedback/summary";
    }

    @Override
    public String pagePath() {
        return "/feedback";
    }

    @Override
    public String token() {
        return Tokens.of("contract-manager");
    }
}
