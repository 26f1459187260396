package org.ncsoversight.evidence.items.drafting;

import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.springframework.stereotype.Component;

/** Drafts to finish, and those that were left to a lead. */
@Component
class DraftNotices implements HomeNotice {

    private static final int MOST_COUNTED = 200;

    private final DraftStore drafts;

    DraftNotices(DraftStore drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<Notice> notices(Caller caller) {
        var all = drafts.list(null, MOST_COUNTED, caller.own()).drafts();
        int handed = (int) all.stream().filter(Draft::handedOver).count();
        var notices = new ArrayList<Notice>();
        if (handed > 0 && caller.may(Capability.SUBMIT)) {
            notices.add(new Notice("Drafts left to you to submit", "/evidence/drafts", handed));
        }
        if (!all.isEmpty()) {
            notices.add(new Notice("Drafts", "/evidence/drafts", all.size()));
        }
        return notices;
    }
}
