package org.ncsoversight.evidence.together.reminding;

import java.util.List;
import org.ncsoversight.evidence.items.store.OwnedEvidence;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.ReminderStep;
import org.springframework.stereotype.Component;

/** Says on a provider's home how much of its evidence soon needs another look. */
@Component
class ReviewDatesNotice implements HomeNotice {

    private static final int COUNTED_UP_TO = 1000;

    private final OwnedEvidence evidence;
    private final EditionInForce days;

    ReviewDatesNotice(OwnedEvidence evidence, EditionInForce days) {
        this.evidence = evidence;
        this.days = days;
    }

    @Override
    public List<Notice> notices(Caller caller) {
        var today = days.today();
        var until = today.plusDays(ReminderStep.FIRST_DAYS);
        int items =
                evidence.reviewDue(today, until, COUNTED_UP_TO, caller.own()).size();
        if (items == 0) {
            return List.of();
        }
        var text = items == 1
                ? "1 item reaches its review date within 30 days"
                : items + " items reach their review date within 30 days";
        var href = "/evidence?state=submitted&state=in-review&state=accepted&reviewFrom=%s&reviewTo=%s"
                .formatted(today, until);
        return List.of(new Notice(text, href, null));
    }
}
