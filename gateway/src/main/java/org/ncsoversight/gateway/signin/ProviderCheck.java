package org.ncsoversight.gateway.signin;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks whether the identity provider answers, before a browser is sent there and finds nobody. */
@Component
class ProviderCheck {

    private final RestClient client;
    private final IdentityProvider provider;

    ProviderCheck(RestClient identityProviderClient, IdentityProvider provider) {
        this.client = identityProviderClient;
        this.provider = provider;
    }

    boolean isThere() {
        try {
            client.get().uri(provider.jwksUri()).retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }
}
