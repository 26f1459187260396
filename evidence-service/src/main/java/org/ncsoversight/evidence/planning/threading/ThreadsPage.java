package org.ncsoversight.evidence.planning.threading;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.WhoseProvider;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All threads with how they stand, and what has none. */
@Controller
class ThreadsPage {

    private final ViewThreads viewThreads;
    private final Export export;

    ThreadsPage(ViewThreads viewThreads, Export export) {
        this.viewThreads = viewThreads;
        this.export = export;
    }

    @GetMapping("/evidence/threads")
    ModelAndView list(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(required = false) @Nullable String after) {
        var whose = WhoseProvider.of(caller, provider);
        var read = viewThreads.page(whose, standing, Cursor.read(after), caller.visible());
        var views = read.views();
        var page = new ModelAndView("planning/threading/threads");
        page.addObject("views", views);
        page.addObject("next", read.next().map(Cursor::write).orElse(null));
        page.addObject("provider", provider);
        page.addObject("standing", standing);
        page.addObject("byProvider", whose.isEmpty());
        page.addObject("several", whose.isEmpty() && caller.visible().severalProviders());
        page.addObject("mayEdit", caller.may(Capability.DRAFT));
        page.addObject(
                "aimsWithout",
                whose.map(found -> viewThreads.aimsWithoutThread(found, caller.visible()))
                        .orElse(List.of()));
        page.addObject(
                "withoutAim",
                views.stream()
                        .filter(view -> whose.isPresent() && view.thread().open() && view.aim() == null)
                        .toList());
        return page;
    }

    @GetMapping("/evidence/threads/export.{extension:csv|xlsx}")
    void export(
            Caller caller,
            @PathVariable String extension,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String standing,
            HttpServletResponse response)
            throws IOException {
        var whose = WhoseProvider.of(caller, provider);
        var filter = new ArrayList<Spreadsheet.Setting>();
        whose.ifPresent(found -> filter.add(new Spreadsheet.Setting("Provider", found.ukprn())));
        if (!standing.isEmpty()) {
            filter.add(new Spreadsheet.Setting("State", ThreadView.inWords(standing)));
        }
        var columns = List.of(
                new Spreadsheet.Column<ThreadView>(
                        "Thread", view -> view.thread().naming().name()),
                new Spreadsheet.Column<ThreadView>(
                        "UKPRN", view -> view.thread().provider().ukprn()),
                new Spreadsheet.Column<ThreadView>("Provider", ThreadView::providerName),
                new Spreadsheet.Column<ThreadView>("Aim", ThreadView::aim),
                new Spreadsheet.Column<ThreadView>("Criteria", ThreadView::criteria),
                new Spreadsheet.Column<ThreadView>("State", ThreadView::standingInWords),
                new Spreadsheet.Column<ThreadView>("Broken at", ThreadView::brokenAt),
                new Spreadsheet.Column<ThreadView>(
                        "Items", view -> view.thread().evidence().size()));
        export.answer(
                response,
                extension,
                new Spreadsheet<>("Golden threads", filter, columns),
                whose.<Iterable<ThreadView>>map(one -> viewThreads.list(one, standing, caller.visible()))
                        .orElseGet(() -> viewThreads.all(standing, caller.visible())));
    }
}
