package org.ncsoversight.evidence.exchange.packing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.evidence.exchange.pack.PackManifest;
import org.ncsoversight.evidence.exchange.pack.PackSelection;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.presentation.ItemWords;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The pages inside a pack, to be read from a folder without any server: plain, with relative links. */
@Component
class PackHtml {

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        body { font: 1.1rem/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%%; }
        th, td { border-bottom: 1px solid #505a5f; padding: .4rem; text-align: left; vertical-align: top; }
        .text { white-space: pre-line; }
        </style>
        </head>
        <body>
        """;

    /** What the index says of one item. */
    record Row(String folder, String title, String voice, String state, String dates, List<CriterionCode> criteria) {

        static Row of(Evidence item, PackSelection selection, String folder) {
            var content = item.content();
            return new Row(
                    folder,
                    content.title(),
                    content.voice().word(),
                    item.state().word(),
                    content.period().from() + " to " + content.period().to(),
                    List.copyOf(selection.criteriaOf(item)));
        }
    }

    private final KnownStandard standard;
    private final KnownProviders providers;
    private final Words words;
    private final ItemWords itemWords;

    PackHtml(KnownStandard standard, KnownProviders providers, Words words, ItemWords itemWords) {
        this.standard = standard;
        this.providers = providers;
        this.words = words;
        this.itemWords = itemWords;
    }

    String index(PackSelection selection, List<Row> rows, List<PackManifest.LeftOut> leftOut) {
        String title = "Evidence of " + providers.nameOf(selection.provider());
        var page = new StringBuilder(HEAD.formatted(html(title)));
        line(page, "<main><h1>" + html(title) + "</h1>");
        line(
                page,
                "<p>UKPRN %s. %d items in these states: %s.</p>"
                        .formatted(
                                selection.provider(),
                                rows.size(),
                                selection.states().stream()
                                        .map(state -> state.word())
                                        .collect(Collectors.joining(", "))));
        line(page, "<p>The file manifest.json lists every file here with its SHA-256.</p>");
        var byCriterion = byCriterion(rows);
        line(page, "<nav aria-label=\"Criteria\"><h2>Criteria</h2><ul>");
        byCriterion
                .keySet()
                .forEach(code -> line(
                        page,
                        "<li><a href=\"#criterion-%s\">%s</a></li>".formatted(code, html(heading(code, selection)))));
        line(page, "</ul></nav>");
        byCriterion.forEach((code, ofCriterion) -> section(page, code, ofCriterion, selection));
        if (!leftOut.isEmpty()) {
            line(page, "<h2>Not in this pack</h2><ul>");
            leftOut.forEach(one ->
                    line(page, "<li>Item %s: %s</li>".formatted(html(one.evidence()), html(one.reason()))));
            line(page, "</ul>");
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void section(StringBuilder page, CriterionCode code, List<Row> rows, PackSelection selection) {
        line(page, "<h2 id=\"criterion-%s\">%s</h2>".formatted(code, html(heading(code, selection))));
        line(page, "<table><caption>Items for criterion %s</caption><thead><tr>".formatted(code));
        for (String column : List.of("Item", "Voice", "Period covered", "State", "Also for")) {
            line(page, "<th scope=\"col\">" + column + "</th>");
        }
        line(page, "</tr></thead><tbody>");
        for (Row row : rows) {
            String others = row.criteria().stream()
                    .filter(other -> !other.equals(code))
                    .map(CriterionCode::value)
                    .collect(Collectors.joining(", "));
            line(
                    page,
                    "<tr><th scope=\"row\"><a href=\"%s/index.html\">%s</a></th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                            .formatted(
                                    link(row.folder()),
                                    html(row.title()),
                                    html(row.voice()),
                                    html(row.dates()),
                                    html(row.state()),
                                    html(others.isEmpty() ? "no other" : others)));
        }
        line(page, "</tbody></table>");
    }

    String item(Evidence item, Map<UUID, String> paths) {
        var content = item.content();
        var page = new StringBuilder(HEAD.formatted(html(content.title())));
        line(page, "<main><p><a href=\"../../index.html\">All evidence</a></p>");
        line(page, "<h1>" + html(content.title()) + "</h1>");
        line(page, "<dl>");
        term(page, "State", itemWords.state(item.state()));
        term(
                page,
                "Criteria",
                content.references().stream()
                        .map(reference -> reference.code() + " (" + reference.edition() + ")")
                        .collect(Collectors.joining(", ")));
        term(page, "Voice", words.voice(content.voice()));
        term(
                page,
                "Period covered",
                content.period().from() + " to " + content.period().to());
        term(page, "Review date", content.reviewDate().toString());
        term(page, "Classification", content.classification().word());
        if (content.link() != null) {
            term(page, "Link", content.link());
        }
        line(page, "</dl><h2>Statement</h2>");
        line(page, "<p class=\"text\">" + html(content.statement()) + "</p>");
        files(page, item, paths);
        history(page, item);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void files(StringBuilder page, Evidence item, Map<UUID, String> paths) {
        line(page, "<h2>Files</h2>");
        if (paths.isEmpty()) {
            line(page, "<p>There are no files.</p>");
            return;
        }
        var names = new HashMap<UUID, String>();
        Stream.concat(item.files().stream(), item.revisions().stream().flatMap(revision -> revision.files().stream()))
                .forEach(file -> names.putIfAbsent(file.id(), file.name()));
        line(page, "<ul>");
        paths.forEach((id, path) -> {
            String inFolder = path.substring(
                    path.indexOf(item.id().toString()) + item.id().toString().length() + 1);
            line(
                    page,
                    "<li><a href=\"%s\">%s</a></li>"
                            .formatted(link(inFolder), html(said(inFolder, names.getOrDefault(id, "")))));
        });
        line(page, "</ul>");
    }

    /** The whole name behind a path that holds less than that. */
    private static String said(String path, String name) {
        return path.endsWith("/" + name) ? path : path + " (" + name + ")";
    }

    private static void history(StringBuilder page, Evidence item) {
        line(page, "<h2>History</h2><table><caption>What happened to this item, oldest first</caption><thead><tr>");
        line(page, "<th scope=\"col\">When</th><th scope=\"col\">Who</th><th scope=\"col\">What</th>");
        line(page, "<th scope=\"col\">Why</th></tr></thead><tbody>");
        for (var step : item.history()) {
            line(
                    page,
                    "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                            .formatted(
                                    step.at(),
                                    html(step.by().username()),
                                    html(step.action().word()),
                                    html(step.reason() == null ? "no reason given" : step.reason())));
        }
        line(page, "</tbody></table>");
    }

    private static SortedMap<CriterionCode, List<Row>> byCriterion(List<Row> rows) {
        var byCriterion = new TreeMap<CriterionCode, List<Row>>();
        rows.forEach(row -> row.criteria()
                .forEach(code -> byCriterion
                        .computeIfAbsent(code, _ -> new ArrayList<>())
                        .add(row)));
        return byCriterion;
    }

    private String heading(CriterionCode code, PackSelection selection) {
        return standard.editions().stream()
                .filter(edition -> selection.edition() == null || edition.code().equals(selection.edition()))
                .flatMap(edition -> edition.criterion(code).stream())
                .findFirst()
                .map(Criterion::title)
                .map(title -> code + " " + title)
                .orElse(code.value());
    }

    private static void term(StringBuilder page, String name, String value) {
        line(page, "<dt>%s</dt><dd>%s</dd>".formatted(name, html(value)));
    }

    private static void line(StringBuilder page, String text) {
        page.append(text).append('\n');
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String link(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
