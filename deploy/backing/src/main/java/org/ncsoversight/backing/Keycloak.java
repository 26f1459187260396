package org.ncsoversight.backing;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.MountableFile;

/** One Keycloak with one realm for all tests of a JVM, started when first asked for. */
public final class Keycloak {

    private static final String IMAGE = "quay.io/keycloak/keycloak:26.7";
    private static final String HOME = "/opt/keycloak/";

    /** For everybody to read: the server in the image is not the user who wrote the files. */
    private static final int READABLE = 0644;

    private static final int FOLDER_READABLE = 0755;

    /** It builds itself before it starts: minutes on a busy machine. */
    private static final Duration CONTAINER_STARTS = Duration.ofMinutes(6);

    /** What stands for every secret that the file leaves to be filled in; with signs that base 64 has. */
    public static final String SECRET = "the+secret/of+tests=";

    private static @Nullable String address;
    private static @Nullable Realms realms;

    private Keycloak() {}

    /** The issuer of the realm in a file that Keycloak can import once its placeholders are filled in. */
    public static String issuer(Path realm) {
        return address(realm) + "/realms/" + realms(realm).name();
    }

    /** The issuer of the same realm with nobody in it, and with everything that the demonstration does not require. */
    public static String issuerWithoutDemonstration(Path realm) {
        return address(realm) + "/realms/" + Realms.WITHOUT_DEMONSTRATION;
    }

    /** Where it listens, with the realm of a file in it; its theme and its common passwords lie beside the file. */
    public static synchronized String address(Path realm) {
        if (address == null) {
            Realms filledIn = realms(realm);
            address = Containers.wanted("keycloak")
                    ? startContainer(filledIn, realm)
                    : KeycloakProcess.start(filledIn.files(), realm);
        }
        return address;
    }

    private static synchronized Realms realms(Path realm) {
        if (realms == null) {
            realms = Realms.of(realm);
        }
        return realms;
    }

    private static String startContainer(Realms realms, Path shipped) {
        // It imports what lies in its folder without being told.
        var container = new KeycloakContainer(IMAGE)
                .withStartupTimeout(CONTAINER_STARTS)
                .withEnv("KC_PROXY_HEADERS", "xforwarded")
                .withProviderLibsFrom(List.of(Guard.jar().toFile()))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(shipped.resolveSibling("theme"), FOLDER_READABLE), HOME + "themes")
                .withCopyFileToContainer(
                        file(shipped.resolveSibling("common-passwords.txt")),
                        HOME + "data/password-blacklists/common-passwords.txt");
        for (Path realm : realms.files()) {
            container.withCopyFileToContainer(file(realm), HOME + "data/import/" + realm.getFileName());
        }
        return Containers.start(container, IMAGE).getAuthServerUrl();
    }

    private static MountableFile file(Path path) {
        return MountableFile.forHostPath(path, READABLE);
    }
}
