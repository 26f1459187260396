package org.ncsoversight.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

/** A person in a browser of their own, signed in. */
final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final BrowserContext context;
    private final Page page;
    private final URI home;
    private final boolean scripts;

    private Visitor(BrowserContext context, URI home, boolean scripts) {
        this.context = context;
        this.page = context.newPage();
        this.home = home;
        this.scripts = scripts;
    }

    /** Signs in through Keycloak's own page; a demonstration user's password is the name and {@code -demo}. */
    static Visitor signedIn(Chromium chromium, URI home, String username, boolean scripts) {
        BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
        context.setDefaultTimeout((double) TestPlatform.PATIENCE.toMillis());
        var visitor = new Visitor(context, home, scripts);
        visitor.page.navigate(home.resolve("/readiness").toString());
        visitor.page.fill("#username", username);
        visitor.page.fill("#password", username + "-demo");
        visitor.page.click("#kc-login");
        visitor.page.waitForURL(url -> url.startsWith(home.toString()));
        return visitor;
    }

    Page page() {
        return page;
    }

    Page goTo(String path) {
        page.navigate(home.resolve(path).toString());
        return page;
    }

    /** Presses the one button of this name. */
    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Presses the last button of the page's own content: the one that ends a form. */
    void submit() {
        page.locator("main form button[type=submit]").last().click();
    }

    /** Follows a link within the page's own content. */
    void follow(String link) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    void fillDate(String field, LocalDate date) {
        page.fill("[name='" + field + "-day']", Integer.toString(date.getDayOfMonth()));
        page.fill("[name='" + field + "-month']", Integer.toString(date.getMonthValue()));
        page.fill("[name='" + field + "-year']", Integer.toString(date.getYear()));
    }

    /** What a link to a file gives, as text. */
    String download(String selector) {
        return new String(downloadedBytes(selector), StandardCharsets.UTF_8);
    }

    byte[] downloadedBytes(String selector) {
        try {
            return Files.readAllBytes(
                    page.waitForDownload(() -> page.click(selector)).path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No violation of WCAG 2.2 A and AA on the page as it is; the checker itself needs scripts. */
    void checkAccessibility() {
        if (scripts) {
            List<Rule> violations =
                    new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
            assertThat(violations)
                    .as("accessibility of %s", page.url())
                    .extracting(rule -> rule.getId() + " " + rule.getNodes())
                    .isEmpty();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
