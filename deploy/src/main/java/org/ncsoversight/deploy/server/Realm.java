package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Keycloak's realm as JSON, with its placeholders filled in. */
public record Realm(String json) {

    public static final String NAME = "ncs-oversight";

    private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z][A-Z0-9_]*)@");

    /** Somebody who can sign in to the demonstration. */
    public record Person(String username, String password, String name, List<String> roles) {}

    /** Fills in addresses by their names and everything else with a secret of that name. */
    public static Realm filledIn(String template, Addresses addresses, Secrets secrets) {
        return new Realm(PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1)) {
                            case "PUBLIC_URL" -> addresses.publicUrl().toString();
                            case "KEYCLOAK_URL" -> addresses.keycloakUrl().toString();
                            default -> secrets.get(match.group(1));
                        })));
    }

    /** The people of the realm whose password is in it. */
    public List<Person> people() {
        // JSON is YAML.
        Map<?, ?> realm = new Yaml(new SafeConstructor(new LoaderOptions())).load(json);
        return list(realm.get("users")).stream()
                .map(user -> (Map<?, ?>) user)
                .filter(user -> !list(user.get("credentials")).isEmpty())
                .map(user -> new Person(
                        text(user, "username"),
                        text((Map<?, ?>) list(user.get("credentials")).getFirst(), "value"),
                        (text(user, "firstName") + " " + text(user, "lastName")).strip(),
                        list(user.get("realmRoles")).stream()
                                .map(String::valueOf)
                                .filter(role -> !role.startsWith("default-roles"))
                                .toList()))
                .toList();
    }

    /** Writes the realm where Keycloak imports it from, readable by its owner only. */
    public void writeTo(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> values ? values : List.of();
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }
}
