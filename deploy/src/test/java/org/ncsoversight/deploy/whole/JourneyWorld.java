package org.ncsoversight.deploy.whole;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ncsoversight.deploy.prepare.Folders;

/**
 * The platform and the browser of all journeys: starting them costs more than any journey takes. A test class is
 * extended with {@link Shared} and takes the world as a parameter; the first starts it, and it ends with the last test.
 *
 * <p>Journeys keep out of each other's way by taking providers of their own.
 */
final class JourneyWorld implements AutoCloseable {

    private static final int PORT_OFFSET = 2_500;
    private static final Path DATA = Path.of("target", "journeys");

    private final Chromium chromium;
    private final TestPlatform platform;

    private JourneyWorld() {
        chromium = Chromium.open();
        Folders.delete(DATA);
        platform = TestPlatform.start(DATA, PORT_OFFSET);
    }

    TestPlatform platform() {
        return platform;
    }

    URI home() {
        return platform.platform().addresses().publicUrl();
    }

    /** Registers a provider, prime or subcontractor. */
    void register(String ukprn, String name, String kind) {
        platform.api()
                .put(
                        platform.accounts().of("administrator"),
                        "/api/criteria/providers/" + ukprn,
                        "{\"name\": \"%s\", \"kind\": \"%s\"}".formatted(name, kind));
    }

    /** Submits an item without files for one criterion, in the voice of staff; answers its id. */
    String item(String ukprn, String title, String... criteria) {
        String id = UUID.randomUUID().toString();
        LocalDate today = TestPlatform.today();
        platform.api().post(platform.accounts().ofProvider(ukprn), "/api/evidence/items", """
            {"evidence": "%s", "title": "%s", "statement": "What staff say.", "voice": "staff", "criteria": ["%s"],
             "periodFrom": "%s", "periodTo": "%s", "reviewDate": "%s"}
            """.formatted(
                        id,
                        title,
                        String.join("\", \"", criteria),
                        today.minusMonths(3),
                        today.minusDays(1),
                        today.plusYears(1)));
        return id;
    }

    void accept(String item) {
        platform.api()
                .postDecision(platform.accounts().ofAssessor(), "/api/evidence/items/" + item, "acceptance", "{}");
    }

    /** A demonstration user in a browser of their own. */
    Visitor signedIn(String username, boolean scripts) {
        return Visitor.signedIn(chromium, home(), username, scripts);
    }

    /** Somebody at the sign-in page. */
    Visitor atSignIn(boolean scripts) {
        return Visitor.atSignIn(chromium, home(), scripts);
    }

    @Override
    public void close() {
        platform.close();
        chromium.close();
    }

    /** Hands the one world to each test class that asks for it. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == JourneyWorld.class;
        }

        @Override
        public JourneyWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(JourneyWorld.class, key -> new JourneyWorld(), JourneyWorld.class);
        }
    }
}
