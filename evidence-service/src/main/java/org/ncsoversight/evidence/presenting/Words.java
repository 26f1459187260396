package org.ncsoversight.evidence.presenting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.model.Voice;
import org.springframework.stereotype.Component;

/** How pages write dates, sizes, states and voices; templates know it as {@code @words}. */
@Component("words")
public class Words {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' h:mma", Locale.UK);
    private static final long KILO = 1024;
    private static final int GROUP_LENGTH = 8;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("application/pdf", "PDF"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook"),
            Map.entry(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "PowerPoint presentation"),
            Map.entry("application/vnd.oasis.opendocument.text", "OpenDocument text"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet"),
            Map.entry("application/vnd.oasis.opendocument.presentation", "OpenDocument presentation"),
            Map.entry("text/plain", "Plain text"),
            Map.entry("text/csv", "CSV"),
            Map.entry("image/png", "PNG image"),
            Map.entry("image/jpeg", "JPEG image"));

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String time(Instant instant) {
        String text = TIME.format(instant.atZone(ENGLAND));
        return text.substring(0, text.length() - 2)
                + text.substring(text.length() - 2).toLowerCase(Locale.UK);
    }

    public String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO
                ? Math.round((double) bytes / KILO) + "KB"
                : "%.1fMB".formatted((double) bytes / (KILO * KILO));
    }

    public String type(String mediaType) {
        return TYPES.getOrDefault(mediaType, mediaType);
    }

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

    public String voice(Voice voice) {
        return switch (voice) {
            case MANAGER -> "Managers";
            case STAFF -> "Staff";
            case CLIENT -> "Clients";
            case PARTNER -> "Partners and networks";
        };
    }

    public List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** A fingerprint in pieces, so that it can be read aloud and breaks across lines. */
    public List<String> groups(String hexadecimal) {
        var groups = new ArrayList<String>();
        for (int i = 0; i < hexadecimal.length(); i += GROUP_LENGTH) {
            groups.add(hexadecimal.substring(i, Math.min(i + GROUP_LENGTH, hexadecimal.length())));
        }
        return groups;
    }
}
