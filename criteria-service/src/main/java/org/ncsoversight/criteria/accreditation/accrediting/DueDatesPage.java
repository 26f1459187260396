package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.accreditation.accrediting.DueDates.Due;
import org.ncsoversight.criteria.accreditation.accrediting.DueDates.Filter;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.accreditation.Milestone;
import org.ncsoversight.criteria.register.model.accreditation.Milestone.Standing;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.tables.Downloads;
import org.ncsoversight.criteria.tables.Table;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is due in the accreditation cycle: as a page, as a file and as JSON. */
@Controller
class DueDatesPage {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** As asked for; nothing asked for about standing means what is overdue or due soon. */
    record Asked(String standing, String what, String kind, String q) {

        Filter filter() {
            return new Filter(
                    standings(),
                    Milestone.Kind.parse(what),
                    Provider.Kind.parse(kind),
                    q.isBlank() ? Optional.empty() : Optional.of(q.strip()));
        }

        private Set<Standing> standings() {
            if (standing.equals("any")) {
                return EnumSet.of(Standing.OVERDUE, Standing.DUE_SOON, Standing.LATER);
            }
            return Standing.parse(standing)
                    .<Set<Standing>>map(EnumSet::of)
                    .orElseGet(() -> EnumSet.of(Standing.OVERDUE, Standing.DUE_SOON));
        }

        List<String> about(LocalDate today) {
            var parts = new ArrayList<String>();
            parts.add(standing.isEmpty() ? "overdue or due soon" : "standing is " + standing);
            filter().what().ifPresent(kind -> parts.add("date is " + kind.code()));
            filter().kind().ifPresent(kind -> parts.add("kind is " + kind.code()));
            filter().text().ifPresent(text -> parts.add("name or UKPRN contains " + text));
            return List.of("Filter: " + String.join("; ", parts), "As of: " + today);
        }
    }

    record Row(
            String ukprn, String name, String kind, String state, String what, String on, String standing, String tag) {

        static Row of(Due due) {
            String tag = switch (due.standing()) {
                case OVERDUE -> "govuk-tag--red";
                case DUE_SOON -> "govuk-tag--yellow";
                case LATER -> "govuk-tag--grey";
                case DONE -> "govuk-tag--green";
            };
            return new Row(
                    due.provider().ukprn().value(),
                    due.provider().name(),
                    due.provider().kind().label(),
                    due.state().label(),
                    due.milestone().kind().label(),
                    UkDate.of(due.milestone().on()),
                    due.standing().label(),
                    tag);
        }
    }

    record Item(String ukprn, String name, String kind, String state, String what, LocalDate on, String standing) {

        static Item of(Due due) {
            return new Item(
                    due.provider().ukprn().value(),
                    due.provider().name(),
                    due.provider().kind().code(),
                    due.state().code(),
                    due.milestone().kind().code(),
                    due.milestone().on(),
                    due.standing().code());
        }
    }

    record Items(List<Item> items, @Nullable String next) {}

    private final DueDates dueDates;

    DueDatesPage(DueDates dueDates) {
        this.dueDates = dueDates;
    }

    @GetMapping("/providers/accreditation")
    String page(
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Caller caller,
            Model model) {
        var asked = new Asked(standing, what, kind, q.strip());
        List<Due> all = dueDates.list(asked.filter(), caller.visible());
        List<Due> rest = after(all, after);
        model.addAttribute(
                "rows", rest.stream().limit(DEFAULT_LIMIT).map(Row::of).toList());
        model.addAttribute(
                "next",
                rest.size() > DEFAULT_LIMIT ? rest.get(DEFAULT_LIMIT - 1).key() : "");
        model.addAttribute("after", after);
        model.addAttribute("total", all.size());
        model.addAttribute(
                "overdue",
                all.stream().filter(due -> due.standing() == Standing.OVERDUE).count());
        model.addAttribute("asked", asked);
        model.addAttribute("standings", List.of(Standing.OVERDUE, Standing.DUE_SOON, Standing.LATER));
        model.addAttribute("whats", Milestone.Kind.values());
        model.addAttribute("kinds", Provider.Kind.values());
        return "accreditation/accrediting/due";
    }

    @GetMapping("/providers/accreditation/export.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            Caller caller) {
        var asked = new Asked(standing, what, kind, q.strip());
        var table = new Table(
                "Accreditation dates",
                asked.about(dueDates.today()),
                List.of("ukprn", "name", "kind", "state", "date", "on", "standing"),
                dueDates.list(asked.filter(), caller.visible()).stream()
                        .map(Item::of)
                        .map(item -> List.of(
                                item.ukprn,
                                item.name,
                                item.kind,
                                item.state,
                                item.what,
                                item.on.toString(),
                                item.standing))
                        .toList());
        return Downloads.of(table, "accreditation-dates", ending);
    }

    @GetMapping("/api/criteria/accreditation/due")
    @ResponseBody
    Items api(
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "" + DEFAULT_LIMIT) int limit,
            Caller caller) {
        int size = Math.clamp(limit, 1, MAX_LIMIT);
        List<Due> rest = after(dueDates.list(new Asked(standing, what, kind, q).filter(), caller.visible()), after);
        return new Items(
                rest.stream().limit(size).map(Item::of).toList(),
                rest.size() > size ? rest.get(size - 1).key() : null);
    }

    // A key that is no longer in the list begins it anew: nothing that is due is passed over.
    private static List<Due> after(List<Due> all, String key) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(key)) {
                return all.subList(i + 1, all.size());
            }
        }
        return all;
    }
}
