package org.ncsoversight.answers;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.HtmlUtils;

/** The page that tells a person what went wrong; each service says how a person goes on from there. */
@FunctionalInterface
public interface ProblemPage {

    /** A complete HTML document; heading and words are plain text. */
    String of(HttpServletRequest request, String heading, String words);

    /** A small document that the gateway puts into its frame, with one link. */
    static ProblemPage withLink(String href, String text) {
        return (_, heading, words) -> """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body>
            <main class="govuk-main-wrapper" id="main-content">
              <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
                <h1 class="govuk-heading-l">%1$s</h1>
                <p class="govuk-body">%2$s</p>
                <p class="govuk-body"><a class="govuk-link" href="%3$s">%4$s</a></p>
              </div></div>
            </main>
            </body>
            </html>
            """.formatted(
                        HtmlUtils.htmlEscape(heading),
                        HtmlUtils.htmlEscape(words),
                        HtmlUtils.htmlEscape(href),
                        HtmlUtils.htmlEscape(text));
    }
}
