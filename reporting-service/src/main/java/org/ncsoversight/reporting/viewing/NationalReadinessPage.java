package org.ncsoversight.reporting.viewing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.heard.ContractMessage;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.progress.ProgressWords;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.readmodel.ReadinessStore;
import org.ncsoversight.reporting.readmodel.RegisterStore;
import org.ncsoversight.reporting.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Providers by criteria, for those who look after many; a provider is sent to its own page. */
@Controller
class NationalReadinessPage {

    /** Most providers the page counts over; the country has a few hundred. */
    private static final int COUNTED_AT_MOST = 2_000;

    private static final int ROWS = 100;

    private final ReadinessStore readiness;
    private final RegisterStore registers;
    private final ProgressWords heard;
    private final Clock clock;

    NationalReadinessPage(ReadinessStore readiness, RegisterStore registers, ProgressWords heard, Clock clock) {
        this.readiness = readiness;
        this.registers = registers;
        this.heard = heard;
        this.clock = clock;
    }

    record Choice(String value, String text, boolean selected) {}

    @GetMapping(path = "/readiness", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(NationalQuery asked, Caller caller) {
        Optional<String> own = caller.ownProvider();
        if (own.isPresent() && !caller.reviewsOrOversees()) {
            var redirect = new RedirectView("/readiness/" + own.get());
            redirect.setExposeModelAttributes(false);
            return new ModelAndView(redirect);
        }
        // A link with a value that no longer exists shows everything rather than nothing.
        NationalQuery query = asked.errors().isEmpty() ? asked : new NationalQuery(null, null, null, null, null);
        LocalDate today = LocalDate.now(clock);
        List<ContractMessage> contracts = registers.contractsOn(today);
        var all = new NationalQuery(query.area(), query.band(), query.criterion(), null, null).wanted(contracts);
        List<ReadinessMessage> selected = readiness.find(caller.visibleProviders(), all, COUNTED_AT_MOST);
        List<ReadinessMessage> page = page(selected, query.after(), query.limit() == null ? ROWS : query.rows());
        Optional<EditionMessage> edition = registers.editionInForceOn(today);
        Map<String, String> names =
                registers.namesOf(page.stream().map(ReadinessMessage::ukprn).toList());
        return new ModelAndView("viewing/national")
                .addObject("notice", BandWords.NOTICE)
                .addObject("heard", heard.now())
                .addObject("query", query)
                .addObject("areas", areas(query.area(), today))
                .addObject("bands", bands(query.band()))
                .addObject("criteria", criteria(query.criterion(), edition))
                .addObject("table", NationalTable.of(selected, page, names, edition, query.criterion()))
                .addObject("next", next(selected, page));
    }

    private static List<ReadinessMessage> page(List<ReadinessMessage> selected, @Nullable String after, int rows) {
        return selected.stream()
                .filter(message -> after == null || message.ukprn().compareTo(after) > 0)
                .limit(rows)
                .toList();
    }

    private static @Nullable String next(List<ReadinessMessage> selected, List<ReadinessMessage> page) {
        return page.isEmpty()
                        || page.getLast().ukprn().equals(selected.getLast().ukprn())
                ? null
                : page.getLast().ukprn();
    }

    private List<Choice> areas(@Nullable String chosen, LocalDate today) {
        return registers.areasOn(today).entrySet().stream()
                .map(area ->
                        new Choice(area.getKey(), area.getValue(), area.getKey().equals(chosen)))
                .toList();
    }

    private static List<Choice> bands(@Nullable String chosen) {
        return Arrays.stream(Band.values())
                .map(band ->
                        new Choice(band.name(), BandWords.of(band), band.name().equals(chosen)))
                .toList();
    }

    private static List<Choice> criteria(@Nullable String chosen, Optional<EditionMessage> edition) {
        return edition.stream()
                .flatMap(known -> known.criteria().stream())
                .map(criterion -> new Choice(
                        criterion.code(),
                        criterion.code() + " " + criterion.title(),
                        criterion.code().equals(chosen)))
                .toList();
    }
}
