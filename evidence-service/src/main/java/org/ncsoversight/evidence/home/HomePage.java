package org.ncsoversight.evidence.home;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a provider lands: a task list of all criteria, by element, with the readiness that was published. */
@Controller
class HomePage {

    /** The tasks of one element, and which of them lack a voice. */
    record Group(Edition.Element element, List<Task> tasks) {

        public List<Task.GapLink> gaps() {
            return tasks.stream().flatMap(task -> task.gap().stream()).toList();
        }
    }

    private final ReadPreparation read;
    private final KnownProviders providers;
    private final Words words;
    private final List<HomeNotice> notices;

    HomePage(ReadPreparation read, KnownProviders providers, Words words, ObjectProvider<HomeNotice> notices) {
        this.read = read;
        this.providers = providers;
        this.words = words;
        this.notices = notices.orderedStream().toList();
    }

    /** Who belongs to no provider prepares nothing. */
    @GetMapping("/evidence/home")
    Object home(Caller caller) {
        var organisation = caller.organisation().filter(_ -> caller.may(Capability.DRAFT));
        if (organisation.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/evidence"))
                    .build();
        }
        var preparation = read.of(caller);
        var edition = preparation.edition();
        var tasks = new TaskWords(organisation.get(), new ReasonWords(edition, words), words);
        var groups = edition.elements().stream()
                .map(element -> new Group(
                        element,
                        edition.criteriaOf(element).stream()
                                .map(preparation::line)
                                .map(tasks::task)
                                .toList()))
                .toList();
        var page = new ModelAndView("home/home");
        page.addObject("groups", groups);
        page.addObject("ukprn", organisation.get());
        page.addObject("providerName", providers.nameOf(organisation.get()));
        page.addObject("edition", edition);
        page.addObject("heardUpTo", heardUpTo(preparation));
        page.addObject("ready", count(groups, Band.READY));
        page.addObject("atRisk", count(groups, Band.AT_RISK));
        page.addObject("all", edition.criteria().size());
        page.addObject(
                "notices",
                notices.stream()
                        .flatMap(guest -> guest.notices(caller).stream())
                        .toList());
        return page;
    }

    private @Nullable String heardUpTo(Preparation preparation) {
        var readiness = preparation.readiness();
        return readiness == null ? null : words.second(readiness.heard().at());
    }

    private static long count(List<Group> groups, Band band) {
        return groups.stream()
                .flatMap(group -> group.tasks().stream())
                .filter(task -> task.band() == band)
                .count();
    }
}
