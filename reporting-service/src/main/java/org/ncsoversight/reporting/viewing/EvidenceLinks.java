package org.ncsoversight.reporting.viewing;

import org.ncsoversight.reporting.contract.ReadinessMessage.Reason;
import org.ncsoversight.reporting.readiness.ReasonCode;
import org.ncsoversight.reporting.security.Caller;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the reader of a page can act: a provider submits, a reviewer looks, an analyst does neither. */
final class EvidenceLinks {

    /** Counted like a register, but kept with the plan. */
    private static final String IMPROVEMENT_PLAN = "improvement-plan";

    private final Caller caller;
    private final String ukprn;

    EvidenceLinks(Caller caller, String ukprn) {
        this.caller = caller;
        this.ukprn = ukprn;
    }

    /** A review is not the provider's to do. */
    boolean concern(Reason reason) {
        return !isOwn() || !reason.code().equals(ReasonCode.AWAITING_REVIEW.word());
    }

    /** Where the very thing stands that the reason speaks of; empty when it speaks of no single thing. */
    String subject(Reason reason) {
        if (!isOwn() && !caller.reviewsOrOversees()) {
            return "";
        }
        String[] whose = isOwn() ? new String[0] : new String[] {"provider", ukprn};
        Object thread = reason.facts().get("thread");
        if (reason.code().equals(ReasonCode.THREAD_BROKEN.word()) && thread != null) {
            return address("/evidence/threads/" + thread);
        }
        Object register = reason.facts().get("register");
        if (register == null) {
            return "";
        }
        return register.equals(IMPROVEMENT_PLAN)
                ? address("/evidence/improvement", whose)
                : address("/evidence/registers/" + register, whose);
    }

    /** Empty when there is nothing to follow. */
    String about(String criterion, Reason reason) {
        String subject = subject(reason);
        if (!subject.isEmpty()) {
            return subject;
        }
        boolean returned = reason.code().equals(ReasonCode.RETURNED.word());
        return isOwn() && returned ? address("/evidence", "criterion", criterion, "state", "returned") : of(criterion);
    }

    String of(String criterion) {
        if (isOwn()) {
            return address("/evidence/new", "criterion", criterion);
        }
        return caller.reviewsOrOversees() ? address("/evidence", "provider", ukprn, "criterion", criterion) : "";
    }

    String text() {
        return isOwn() ? "Submit evidence" : "See the evidence";
    }

    private boolean isOwn() {
        return caller.ownProvider().filter(ukprn::equals).isPresent();
    }

    private static String address(String path, String... namesAndValues) {
        var address = UriComponentsBuilder.fromPath(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            address.queryParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return address.build().encode().toUriString();
    }
}
