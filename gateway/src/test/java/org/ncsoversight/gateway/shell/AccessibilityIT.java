package org.ncsoversight.gateway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class AccessibilityIT {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void the_frame_breaks_no_rule_and_its_scripts_run_under_its_own_policy() {
        Path installed = chromium();
        gateway.part.answers(StubPart.html(
                200,
                "<title>Readiness</title><main class=\"govuk-main-wrapper\"><h1"
                        + " class=\"govuk-heading-l\">Readiness</h1></main>"));
        var noDownload = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(noDownload);
                Browser browser = playwright.chromium().launch(launchOf(installed))) {
            var context = browser.newContext();
            context.addCookies(List.of(
                    new Cookie("NCS_SESSION", gateway.person("contract-manager").sessionCookie()).setUrl(gateway.url)));
            Page page = context.newPage();
            var said = new ArrayList<String>();
            page.onConsoleMessage(message -> said.add(message.text()));

            for (String path : List.of("/readiness", "/", "/accessibility", "/cookies", "/privacy", "/api")) {
                page.navigate(gateway.url + path);
                assertThat(new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations())
                        .as(path)
                        .isEmpty();
                assertThat(page.locator("body.govuk-frontend-supported").count())
                        .isEqualTo(1);
            }
            page.setViewportSize(390, 800);
            page.navigate(gateway.url + "/readiness");
            page.click(".govuk-js-service-navigation-toggle");
            assertThat(page.locator("nav a[aria-current=page]").isVisible()).isTrue();
            assertThat(said).isEmpty();
        }
    }

    /** Without one the test is skipped, or fails when the environment says {@code NCS_BROWSER_TESTS=required}. */
    private static Path chromium() {
        Optional<Path> found =
                PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (found.isEmpty()) {
            String missing = "Browser tests need a Chromium at one of " + PLACES;
            if ("required".equals(System.getenv("NCS_BROWSER_TESTS"))) {
                throw new IllegalStateException(missing);
            }
            System.out.println("Browser tests skipped: no Chromium found at " + PLACES);
            Assumptions.abort(missing);
        }
        return found.get();
    }

    private static BrowserType.LaunchOptions launchOf(Path chromium) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"));
    }
}
