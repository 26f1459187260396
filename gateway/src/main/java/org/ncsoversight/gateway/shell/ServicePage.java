package org.ncsoversight.gateway.shell;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the frame takes over from a page: its title, its main part, and the styles and scripts it brings. */
public record ServicePage(String title, String main, List<String> styles, List<String> scripts) {

    /** A page of our own, whose main part is put together here. */
    public static ServicePage of(String title, String content) {
        return new ServicePage(
                title,
                "<main class=\"govuk-main-wrapper\" id=\"main-content\">" + content + "</main>",
                List.of(),
                List.of());
    }

    static ServicePage read(String html) {
        Document page = Jsoup.parse(html);
        // White space in what people typed must stay as it is.
        page.outputSettings().prettyPrint(false);
        return new ServicePage(
                page.title(),
                main(page).outerHtml(),
                sameOrigin(page.head().select("link[rel=stylesheet]").eachAttr("href")),
                sameOrigin(page.head().select("script[type=module]").eachAttr("src")));
    }

    private static Element main(Document page) {
        Element main = page.selectFirst("main");
        if (main == null) {
            main = page.createElement("main").addClass("govuk-main-wrapper");
            main.insertChildren(0, page.body().childNodesCopy());
            // In the page, so that it is written as the page is.
            page.body().appendChild(main);
        }
        return main.id("main-content");
    }

    private static List<String> sameOrigin(List<String> addresses) {
        return addresses.stream()
                .filter(address -> address.matches("/[^/\\\\].*"))
                .distinct()
                .toList();
    }
}
