package org.ncsoversight.evidence.items.viewing;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.items.answering.AnsweredCriterion;
import org.ncsoversight.evidence.items.answering.ChangedText;
import org.ncsoversight.evidence.items.answering.FreshLook;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.presentation.ItemSection;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Fragment;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One piece of evidence: what it says, its files, and who did what with it. */
@Controller
class EvidencePage {

    private final EvidenceStore store;
    private final EditionInForce standard;
    private final KnownProviders providers;
    private final List<ItemSection> sections;

    EvidencePage(
            EvidenceStore store,
            EditionInForce standard,
            KnownProviders providers,
            ObjectProvider<ItemSection> sections) {
        this.store = store;
        this.standard = standard;
        this.providers = providers;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(ItemSection::order))
                .toList();
    }

    @GetMapping("/evidence/{id}")
    ModelAndView show(Caller caller, @PathVariable UUID id) {
        Evidence evidence =
                store.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString()));
        var page = new ModelAndView("items/viewing/evidence");
        page.addObject("evidence", evidence);
        page.addObject("history", evidence.history().reversed());
        page.addObject("criteria", AnsweredCriterion.of(evidence.content(), standard.known()));
        page.addObject("sections", sections(evidence, caller));
        page.addObject("providerName", providers.nameOf(evidence.provider()));
        page.addObject(
                "mayReview",
                caller.may(Capability.REVIEW)
                        && evidence.state().awaitsReview()
                        && evidence.mayBeReviewedBy(caller.person()));
        boolean own = caller.person().belongsTo(evidence.provider());
        boolean mayReaffirm = evidence.state() == EvidenceState.ACCEPTED
                && own
                && (caller.may(Capability.SUBMIT)
                        || caller.person().username().equals(evidence.content().owner()));
        var changedTexts = evidence.state() == EvidenceState.ACCEPTED
                ? ChangedText.in(evidence.content(), standard.known())
                : List.<ChangedText>of();
        page.addObject("changedTexts", changedTexts);
        page.addObject(
                "newerEditions",
                evidence.state() == EvidenceState.ACCEPTED
                        ? FreshLook.of(standard).newerEditionsFor(evidence.content())
                        : List.of());
        page.addObject("mayReaffirm", mayReaffirm && !changedTexts.isEmpty());
        page.addObject(
                "mayRevise",
                own && caller.may(Capability.DRAFT) && evidence.state().canBeRevised());
        page.addObject(
                "mayWithdraw",
                caller.may(Capability.WITHDRAW)
                        && evidence.state().canBeWithdrawn()
                        && caller.person().belongsTo(evidence.provider()));
        return page;
    }

    private List<Fragment> sections(Evidence evidence, Caller caller) {
        return sections.stream()
                .flatMap(guest -> guest.section(evidence, caller).stream())
                .toList();
    }
}
