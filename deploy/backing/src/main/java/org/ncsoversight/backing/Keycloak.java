package org.ncsoversight.backing;

import com.nimbusds.jose.util.JSONObjectUtils;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.MountableFile;

/** One Keycloak with one realm for all tests of a JVM, started when first asked for. */
public final class Keycloak {

    private static final String IMAGE = "quay.io/keycloak/keycloak:26.7";

    private static @Nullable String address;

    private Keycloak() {}

    /** The issuer of the realm in a file that Keycloak can import. */
    public static synchronized String issuer(Path realm) {
        if (address == null) {
            address = Containers.wanted() ? startContainer(realm) : KeycloakProcess.start(realm);
        }
        return address + "/realms/" + nameOf(realm);
    }

    private static String startContainer(Path realm) {
        var container = new KeycloakContainer(IMAGE)
                .withCopyFileToContainer(MountableFile.forHostPath(realm), "/opt/keycloak/data/import/realm.json")
                .withCustomCommand("--import-realm");
        return Containers.start(container, IMAGE).getAuthServerUrl();
    }

    private static String nameOf(Path realm) {
        try {
            return JSONObjectUtils.getString(JSONObjectUtils.parse(Files.readString(realm)), "realm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalArgumentException(realm + " is not a realm", e);
        }
    }
}
