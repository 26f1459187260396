package org.ncsoversight.evidence.together.campaigning.pages;

import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.Progress;
import org.springframework.stereotype.Component;

/** How pages write what became of campaigns; templates know it as {@code @campaignWords}. */
@Component("campaignWords")
public class CampaignWords {

    public String progress(Progress progress) {
        return switch (progress) {
            case ANSWERED -> "Answered";
            case NOTHING_TO_SEND -> "Nothing to send";
            case LATE -> "Late";
            case NOT_STARTED -> "Not started";
        };
    }

    public String tag(Progress progress) {
        return switch (progress) {
            case ANSWERED -> "govuk-tag--green";
            case NOTHING_TO_SEND -> "govuk-tag--grey";
            case LATE -> "govuk-tag--red";
            case NOT_STARTED -> "govuk-tag--blue";
        };
    }

    public String deed(Campaign.Deed deed) {
        return switch (deed) {
            case CREATED -> "Started";
            case EDITED -> "Changed";
            case EXTENDED -> "Due date extended";
            case CLOSED -> "Closed";
        };
    }
}
