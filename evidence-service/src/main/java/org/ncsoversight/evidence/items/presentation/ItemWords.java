package org.ncsoversight.evidence.items.presentation;

import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Kind;
import org.springframework.stereotype.Component;

/** How states, kinds and fields of items are called; templates know it as {@code @itemWords}. */
@Component("itemWords")
public class ItemWords {

    public String state(EvidenceState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case SUBMITTED -> "Waiting for review";
            case IN_REVIEW -> "In review";
            case ACCEPTED -> "Accepted";
            case RETURNED -> "Returned";
            case WITHDRAWN -> "Withdrawn";
            case SUPERSEDED -> "Replaced";
            case EXPIRED -> "Expired";
        };
    }

    /** What the history calls what somebody did. */
    public String action(Action action) {
        return switch (action) {
            case DRAFTED -> "Draft started";
            case HANDED_OVER -> "Draft handed to a lead";
            case SUBMITTED -> "Submitted";
            case REVIEW_STARTED -> "Review started";
            case REVIEW_RELEASED -> "Put back in the queue";
            case ACCEPTED -> "Accepted";
            case RETURNED -> "Returned";
            case WITHDRAWN -> "Withdrawn";
            case SUPERSEDED -> "Replaced";
            case EXPIRED -> "Expired";
            case REAFFIRMED -> "Confirmed for a changed text";
            case ARRANGED -> "Owner or threads changed";
        };
    }

    public String tag(EvidenceState state) {
        return switch (state) {
            case DRAFT, SUBMITTED -> "govuk-tag--blue";
            case IN_REVIEW -> "govuk-tag--light-blue";
            case ACCEPTED -> "govuk-tag--green";
            case RETURNED -> "govuk-tag--yellow";
            case EXPIRED -> "govuk-tag--orange";
            case WITHDRAWN, SUPERSEDED -> "govuk-tag--grey";
        };
    }

    public String kind(Kind kind) {
        return switch (kind) {
            case DOCUMENT -> "Document";
            case ACCOUNT -> "Account";
            case DATA -> "Data";
            case REGISTER -> "Register";
            case LINK -> "Link";
        };
    }

    public String kindHint(Kind kind) {
        return switch (kind) {
            case DOCUMENT -> "One or more files, for example a policy, a plan or a report";
            case ACCOUNT -> "What somebody describes, in the statement itself";
            case DATA -> "Figures, for example from your management information";
            case REGISTER -> "One of the registers you keep here, for example advisers or partnerships";
            case LINK -> "Something published elsewhere, for example on your website";
        };
    }

    public String field(Field field) {
        return switch (field) {
            case CRITERIA -> "Criteria";
            case REFERENCES -> "Criteria of other editions";
            case VOICE -> "Voice";
            case KIND -> "Kind";
            case TITLE -> "Title";
            case STATEMENT -> "Statement";
            case PERIOD_FROM -> "First day of the period";
            case PERIOD_TO -> "Last day of the period";
            case REVIEW_DATE -> "Review date";
            case LINK -> "Link";
            case DOCUMENT -> "Document";
            case CLASSIFICATION -> "Classification";
            case OWNER -> "Owner";
            case THREADS -> "Golden threads";
            case REPLACES -> "Replaces";
        };
    }

    public String classification(Classification classification) {
        return switch (classification) {
            case OFFICIAL -> "OFFICIAL";
            case OFFICIAL_SENSITIVE -> "OFFICIAL-SENSITIVE";
        };
    }
}
