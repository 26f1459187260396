package org.ncsoversight.criteria.keycloak;

import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.UsersResource;
import org.ncsoversight.criteria.people.DirectoryAway;
import org.ncsoversight.criteria.settings.PeopleSettings;
import org.springframework.stereotype.Component;

/** The way to Keycloak, made when first needed: most days nobody changes any people, and its classes are many. */
@Component
class KeycloakConnection {

    private final PeopleSettings.Directory settings;
    private @Nullable Keycloak keycloak;

    KeycloakConnection(PeopleSettings settings) {
        this.settings = settings.directory();
    }

    /** Asks something about users; no answer, or one that is not about the question, means that Keycloak is away. */
    <R> R ask(Function<UsersResource, R> question) {
        try {
            return question.apply(opened().realm(settings.realm()).users());
        } catch (NotAuthorizedException | ForbiddenException e) {
            throw new DirectoryAway("Keycloak does not let " + settings.clientId() + " manage users", e);
        } catch (ClientErrorException e) {
            throw new DirectoryAway(
                    "Keycloak refuses what was asked: " + e.getResponse().getStatus(), e);
        } catch (ProcessingException | ServerErrorException e) {
            throw new DirectoryAway("Keycloak does not answer at " + settings.url(), e);
        }
    }

    private synchronized Keycloak opened() {
        if (keycloak == null) {
            Client client = ClientBuilder.newBuilder()
                    .connectTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .register(JacksonProvider.class, 100)
                    .build();
            keycloak = KeycloakBuilder.builder()
                    .serverUrl(settings.url().toString())
                    .realm(settings.realm())
                    .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                    .clientId(settings.clientId())
                    // The client library forgets to, and Keycloak decodes what RFC 6749 wants encoded.
                    .clientSecret(URLEncoder.encode(settings.clientSecret(), StandardCharsets.UTF_8))
                    .resteasyClient(client)
                    .build();
        }
        return keycloak;
    }

    @PreDestroy
    synchronized void close() {
        if (keycloak != null) {
            keycloak.close();
        }
    }
}
