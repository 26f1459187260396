package org.ncsoversight.evidence.planning.assessing;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.assessing.report.GatherReport;
import org.ncsoversight.evidence.planning.assessing.report.ReportJson;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.planning.store.AssessmentStore;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** What a caller may read of self-assessment reports: drafts of the own organisation, and all that is signed. */
@Component
class ReadAssessments {

    private final AssessmentStore store;
    private final GatherReport gather;
    private final EditionInForce days;

    ReadAssessments(AssessmentStore store, GatherReport gather, EditionInForce days) {
        this.store = store;
        this.gather = gather;
        this.days = days;
    }

    Optional<SelfAssessment> find(UUID id, Caller caller) {
        return store.find(id, caller.visible())
                .filter(assessment -> assessment.isSigned() || caller.person().belongsTo(assessment.provider()));
    }

    /** As signed, or as it stands now. */
    Report content(SelfAssessment assessment, Caller caller) {
        return signedContent(assessment, caller)
                .map(ReportJson::read)
                .orElseGet(() -> gather.now(assessment, caller.visible()));
    }

    /** Whether its period was still running when it was signed, or is now while it is a draft. */
    boolean isBeforeItsEnd(SelfAssessment assessment) {
        var day = assessment
                .signed()
                .map(signature -> England.dayOf(signature.at()))
                .orElseGet(days::today);
        return day.isBefore(assessment.period().to());
    }

    Optional<String> signedContent(SelfAssessment assessment, Caller caller) {
        return assessment.isSigned() ? store.signedContent(assessment.id(), caller.visible()) : Optional.empty();
    }

    AssessmentStore.Page list(@Nullable ProviderId provider, @Nullable String after, int limit, Caller caller) {
        var filter = new AssessmentStore.Filter(provider, caller.organisation().orElse(null));
        return store.list(filter, after, limit, caller.visible());
    }
}
