package org.ncsoversight.evidence.together.assigning;

import java.util.List;
import org.ncsoversight.evidence.items.store.OwnedEvidence;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.ncsoversight.evidence.together.store.CommentStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything that waits for the caller, and for nobody else. */
@Controller
class TasksPage {

    private static final String PATH = "/evidence/tasks";
    private static final int MOST_SHOWN = 100;
    private static final int DAYS_AHEAD = 30;

    private final AssignmentStore assignments;
    private final CommentStore comments;
    private final OwnedEvidence owned;
    private final EditionInForce days;
    private final ObjectProvider<HomeNotice> notices;

    TasksPage(
            AssignmentStore assignments,
            CommentStore comments,
            OwnedEvidence owned,
            EditionInForce days,
            ObjectProvider<HomeNotice> notices) {
        this.assignments = assignments;
        this.comments = comments;
        this.owned = owned;
        this.days = days;
        this.notices = notices;
    }

    @GetMapping(PATH)
    ModelAndView tasks(Caller caller) {
        var today = days.today();
        String me = caller.person().username();
        boolean ofProvider = caller.may(Capability.DRAFT);
        var among = ofProvider ? caller.person().organisation() : null;
        var page = new ModelAndView("together/assigning/tasks");
        page.addObject("today", today);
        page.addObject("assigned", assigned(caller));
        page.addObject("mentions", comments.calling(me, MOST_SHOWN, new CommentStore.Reader(caller.visible(), among)));
        page.addObject("returned", ofProvider ? owned.returnedTo(me, MOST_SHOWN, caller.own()) : List.of());
        page.addObject(
                "reviews",
                ofProvider ? owned.reviewDue(me, today.plusDays(DAYS_AHEAD), MOST_SHOWN, caller.own()) : List.of());
        page.addObject(
                "notices",
                notices.stream()
                        .flatMap(guest -> guest.notices(caller).stream())
                        .filter(notice -> !notice.href().startsWith(PATH))
                        .toList());
        return page;
    }

    private List<Assignment> assigned(Caller caller) {
        var mine = new AssignmentStore.Filter(caller.person().username(), null, Assignment.State.OPEN, null);
        return assignments.list(mine, null, MOST_SHOWN, caller.own()).assignments();
    }
}
