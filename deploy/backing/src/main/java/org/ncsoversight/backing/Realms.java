package org.ncsoversight.backing;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm of a file as the launcher fills it in: one with the people of the demonstration, one with nobody. */
record Realms(Path folder, String name) {

    static final String WITHOUT_DEMONSTRATION = "without-demonstration";

    private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z][A-Z0-9_]*)@");

    static Realms of(Path file) {
        try {
            Path folder = Files.createTempDirectory("realms");
            Map<String, Object> realm = read(file);
            String name = requireNonNull(realm.get("realm")).toString();
            write(folder.resolve(name + "-realm.json"), with(realm, file.resolveSibling("demonstration-people.json")));
            Map<String, Object> other = read(file);
            other.put("realm", WITHOUT_DEMONSTRATION);
            write(folder.resolve(WITHOUT_DEMONSTRATION + "-realm.json"), other);
            return new Realms(folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> files() {
        return List.of(folder.resolve(name + "-realm.json"), folder.resolve(WITHOUT_DEMONSTRATION + "-realm.json"));
    }

    /** Lists grow, everything else is replaced. */
    private static Map<String, Object> with(Map<String, Object> realm, Path file) throws IOException {
        if (Files.exists(file)) {
            read(file).forEach((key, more) -> realm.merge(key, more, Realms::joined));
        }
        return realm;
    }

    private static Object joined(Object before, Object more) {
        if (before instanceof List<?> list && more instanceof List<?> further) {
            var all = new ArrayList<Object>(list);
            all.addAll(further);
            return all;
        }
        return more;
    }

    private static Map<String, Object> read(Path file) throws IOException {
        try {
            String json = PLACEHOLDER
                    .matcher(Files.readString(file))
                    .replaceAll(match -> Matcher.quoteReplacement(
                            match.group(1).endsWith("_URL") ? "http://localhost" : Keycloak.SECRET));
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalArgumentException(file + " is not a realm", e);
        }
    }

    private static void write(Path file, Map<String, Object> realm) throws IOException {
        Files.writeString(file, JSONObjectUtils.toJSONString(realm));
    }
}
