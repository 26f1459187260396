package org.ncsoversight.evidence.items.finding;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.presentation.EvidenceSheet;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.EvidenceStore.Page;
import org.ncsoversight.evidence.items.store.EvidenceStore.Slice;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All evidence the caller may see, newest first, with a filter; the same as a file. */
@Controller
class EvidenceListPage {

    private static final int PAGE_LENGTH = 50;

    private final Finding finding;
    private final EditionInForce inForce;
    private final KnownProviders providers;
    private final EvidenceSheet sheet;
    private final Export export;

    EvidenceListPage(
            Finding finding, EditionInForce inForce, KnownProviders providers, EvidenceSheet sheet, Export export) {
        this.finding = finding;
        this.inForce = inForce;
        this.providers = providers;
        this.sheet = sheet;
        this.export = export;
    }

    @GetMapping("/evidence")
    ModelAndView list(
            Caller caller,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable String after) {
        var query = new ListQuery(typed);
        var read = finding.read(query);
        var slice = new Slice(EvidenceStore.Order.NEWEST_FIRST, Cursor.read(after), PAGE_LENGTH);
        var found = read.errors().isEmpty() ? finding.list(read.filter(), slice, caller) : new Page(List.of(), false);
        var page = page(caller, found);
        page.addObject("query", query);
        page.addObject("inWords", finding.inWords(query, caller));
        page.addObject("threads", finding.threads(read.filter().provider(), caller));
        page.addObject("editions", inForce.known());
        page.addObject("errors", new FieldErrors(read.errors()));
        page.setStatus(read.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The whole list and not only the page on the screen. */
    @GetMapping({"/evidence/export.{extension:csv|xlsx}", "/api/evidence/items/export.{extension:csv|xlsx}"})
    void export(
            Caller caller,
            @PathVariable String extension,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        var query = new ListQuery(typed);
        var all = finding.all(query, caller);
        export.answer(response, extension, sheet.of("Evidence", finding.inWords(query, caller)), all);
    }

    private ModelAndView page(Caller caller, Page found) {
        var page = new ModelAndView("items/finding/evidence-list");
        page.addObject("items", found.items());
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        page.addObject(
                "names",
                providers.namesOf(found.items().stream()
                        .map(Evidence::provider)
                        .distinct()
                        .toList()));
        page.addObject("states", statesOfLists());
        page.addObject("voices", List.of(Voice.values()));
        page.addObject("kinds", List.of(Kind.values()));
        page.addObject("classifications", List.of(Classification.values()));
        page.addObject(
                "criteria", inForce.edition().map(edition -> edition.criteria()).orElse(List.of()));
        page.addObject("several", caller.visible().severalProviders());
        page.addObject("maySubmit", caller.may(Capability.SUBMIT));
        page.addObject("mayDraft", caller.may(Capability.DRAFT));
        page.addObject("mayReview", caller.may(Capability.REVIEW));
        page.addObject("mayChange", caller.may(Capability.WITHDRAW));
        return page;
    }

    /** Without drafts, which are no evidence yet. */
    private static List<EvidenceState> statesOfLists() {
        return Stream.of(EvidenceState.values())
                .filter(state -> state != EvidenceState.DRAFT)
                .toList();
    }
}
