package org.ncsoversight.gateway.signin;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where people sign in, and how we prove to it who we are. */
@ConfigurationProperties("gateway.identity")
public record IdentityProvider(
        URI issuer,
        URI jwksUri,
        URI tokenUri,
        String clientId,
        String clientSecret,
        String audience,
        Duration timeout,
        Duration signInWithin,
        Duration renewBefore,
        Duration keysFreshFor) {

    public IdentityProvider {
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException("GATEWAY_CLIENT_SECRET must not be empty");
        }
    }

    URI authorizationUri() {
        return endpoint("auth");
    }

    URI endSessionUri() {
        return endpoint("logout");
    }

    /** Where machine accounts of others get their tokens; ours is {@link #tokenUri}. */
    public URI publicTokenUri() {
        return endpoint("token");
    }

    /** Scheme, host and port of the sign-in pages, where a posted form may be sent on to. */
    public String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    // Told, not asked for: the gateway starts before the identity provider does.
    private URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }
}
