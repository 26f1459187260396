package org.ncsoversight.reporting.viewing;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.progress.ProgressWords;
import org.ncsoversight.reporting.readmodel.ReadinessStore;
import org.ncsoversight.reporting.readmodel.RegisterStore;
import org.ncsoversight.reporting.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One provider: how far it is, why, and what to do next. */
@Controller
class ProviderReadinessPage {

    /** Steps shown before the rest is folded away. */
    private static final int FIRST_STEPS = 5;

    private final ReadinessStore readiness;
    private final RegisterStore registers;
    private final ProgressWords heard;

    ProviderReadinessPage(ReadinessStore readiness, RegisterStore registers, ProgressWords heard) {
        this.readiness = readiness;
        this.registers = registers;
        this.heard = heard;
    }

    @GetMapping(path = "/readiness/{ukprn}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(@PathVariable String ukprn, Caller caller) {
        ReadinessMessage message =
                readiness.of(caller.visibleProviders(), ukprn).orElseThrow(Problem::notFound);
        Optional<EditionMessage> edition = registers.edition(message.edition());
        var view = ProviderView.of(message, edition, new EvidenceLinks(caller, ukprn));
        List<ProviderView.Step> steps = view.steps();
        int first = Math.min(FIRST_STEPS, steps.size());
        return new ModelAndView("viewing/provider")
                .addObject("notice", BandWords.NOTICE)
                .addObject("ukprn", ukprn)
                .addObject("name", registers.namesOf(List.of(ukprn)).getOrDefault(ukprn, ukprn))
                .addObject("version", message.version())
                .addObject("ready", message.ready())
                .addObject("of", message.criteria().size())
                .addObject("asOf", BandWords.day(message.asOf()))
                .addObject("heard", heard.now())
                .addObject("firstSteps", steps.subList(0, first))
                .addObject("moreSteps", steps.subList(first, steps.size()))
                .addObject("elements", view.elements())
                .addObject("national", caller.ownProvider().isEmpty())
                .addObject("mine", caller.ownProvider().equals(Optional.of(ukprn)));
    }
}
