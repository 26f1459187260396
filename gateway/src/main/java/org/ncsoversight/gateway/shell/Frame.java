package org.ncsoversight.gateway.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The one page frame: header, navigation by role, phase banner, footer. */
@Component
public class Frame {

    private final ITemplateEngine templates;
    private final Notice notice;

    Frame(ITemplateEngine templates, Notice notice) {
        this.templates = templates;
        this.notice = notice;
    }

    /** The main part of one of our own pages. */
    public String fill(String template, Map<String, Object> values) {
        return templates.process(template, new Context(Locale.UK, values));
    }

    public String around(ServicePage page, HttpServletRequest request) {
        Optional<Viewer> viewer = Viewer.current();
        var values = new HashMap<String, Object>();
        values.put("page", page);
        values.put("viewer", viewer.orElse(null));
        values.put("notice", viewer.flatMap(_ -> notice.text()).orElse(null));
        values.put("entries", entries(viewer, asked(request)));
        values.put("atHome", asked(request).equals("/"));
        return templates.process("frame", new Context(Locale.UK, values));
    }

    /** A navigation entry as this page shows it; current is null, page or true, as aria-current wants it. */
    record Entry(Place place, @Nullable String current) {}

    private static List<Entry> entries(Optional<Viewer> viewer, String asked) {
        List<Place> menu = viewer.map(Viewer::menu).orElse(List.of());
        Optional<Place> here = menu.stream()
                .filter(place -> place.holds(asked))
                .max(Comparator.comparingInt(place -> place.path().length()))
                .or(() -> menu.stream().filter(place -> place.isNear(asked)).findFirst());
        return menu.stream()
                .map(place -> new Entry(place, here.filter(place::equals).isPresent() ? current(place, asked) : null))
                .toList();
    }

    private static String current(Place place, String asked) {
        return asked.equals(place.path()) ? "page" : "true";
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
