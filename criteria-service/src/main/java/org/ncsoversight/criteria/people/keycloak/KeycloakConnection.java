package org.ncsoversight.criteria.people.keycloak;

import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.ncsoversight.criteria.people.DirectoryAway;
import org.ncsoversight.criteria.settings.PeopleSettings;
import org.springframework.stereotype.Component;

/** The way to Keycloak, made when first needed: most days nobody changes any people, and its classes are many. */
@Component
class KeycloakConnection {

    private final PeopleSettings.Directory settings;
    private @Nullable Opened opened;

    private record Opened(Client client, Keycloak keycloak) {}

    KeycloakConnection(PeopleSettings settings) {
        this.settings = settings.directory();
    }

    /** Asks something about users; no answer, or one that is not about the question, means that Keycloak is away. */
    <R> R ask(Function<UsersResource, R> question) {
        return reached(
                () -> question.apply(opened().keycloak().realm(settings.realm()).users()));
    }

    /**
     * Asks where clients register themselves.
     *
     * @param path below the place where one is registered, such as {@code /its-id}
     * @param key what lets change one client; without it we ask in our own name
     */
    <R> R register(
            String method,
            String path,
            Optional<String> key,
            @Nullable ClientRepresentation sent,
            Function<Response, R> read) {
        return reached(() -> {
            Opened opened = opened();
            String token = key.orElseGet(() -> opened.keycloak().tokenManager().getAccessTokenString());
            var request = opened.client()
                    .target(settings.url() + "/realms/" + settings.realm() + "/clients-registrations/default" + path)
                    .request(MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            try (Response response =
                    sent == null ? request.method(method) : request.method(method, Entity.json(sent))) {
                return read.apply(response);
            }
        });
    }

    private <R> R reached(Supplier<R> question) {
        try {
            return question.get();
        } catch (NotAuthorizedException | ForbiddenException e) {
            throw new DirectoryAway("Keycloak does not let " + settings.clientId() + " manage users", e);
        } catch (ClientErrorException e) {
            throw new DirectoryAway(
                    "Keycloak refuses what was asked: " + e.getResponse().getStatus(), e);
        } catch (ProcessingException | ServerErrorException e) {
            throw new DirectoryAway("Keycloak does not answer at " + settings.url(), e);
        }
    }

    private synchronized Opened opened() {
        if (opened == null) {
            Client client = ClientBuilder.newBuilder()
                    .connectTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .register(JacksonProvider.class, 100)
                    .build();
            Keycloak keycloak = KeycloakBuilder.builder()
                    .serverUrl(settings.url().toString())
                    .realm(settings.realm())
                    .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                    .clientId(settings.clientId())
                    // The client library forgets to, and Keycloak decodes what RFC 6749 wants encoded.
                    .clientSecret(URLEncoder.encode(settings.clientSecret(), StandardCharsets.UTF_8))
                    .resteasyClient(client)
                    .build();
            opened = new Opened(client, keycloak);
        }
        return opened;
    }

    @PreDestroy
    synchronized void close() {
        if (opened != null) {
            opened.keycloak().close();
        }
    }
}
