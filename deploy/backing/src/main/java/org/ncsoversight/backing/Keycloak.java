package org.ncsoversight.backing;

import com.nimbusds.jose.util.JSONObjectUtils;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.MountableFile;

/** One Keycloak with one realm for all tests of a JVM, started when first asked for. */
public final class Keycloak {

    private static final String IMAGE = "quay.io/keycloak/keycloak:26.7";

    /** What stands for every secret that the file leaves to be filled in; with signs that base 64 has. */
    public static final String SECRET = "the+secret/of+tests=";

    private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z][A-Z0-9_]*)@");

    private static @Nullable String address;

    private Keycloak() {}

    /** The issuer of the realm in a file that Keycloak can import once its placeholders are filled in. */
    public static String issuer(Path realm) {
        return address(realm) + "/realms/" + nameOf(realm);
    }

    /** Where it listens, with the realm of a file in it. */
    public static synchronized String address(Path realm) {
        if (address == null) {
            Path filledIn = filledIn(realm);
            address = Containers.wanted("keycloak") ? startContainer(filledIn) : KeycloakProcess.start(filledIn);
        }
        return address;
    }

    private static Path filledIn(Path realm) {
        try {
            String json = PLACEHOLDER
                    .matcher(Files.readString(realm))
                    .replaceAll(match -> match.group(1).endsWith("_URL") ? "http://localhost" : SECRET);
            return Files.writeString(Files.createTempFile("realm", ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
