package org.ncsoversight.evidence.planning.assessing;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.planning.assessing.report.GatherReport;
import org.ncsoversight.evidence.planning.assessing.report.ReportJson;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.planning.store.AssessmentStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A lead signs a report: its content is kept as it is at that moment, and can be told from any other by its hash. */
@Component
public class SignAssessment {

    private static final Logger log = LoggerFactory.getLogger(SignAssessment.class);

    /**
     * @param seenVersion the version that was looked at, or null
     * @param seenHash the hash of the content that was looked at, or null; evidence can change without the draft
     */
    record Command(
            UUID id, @Nullable Long seenVersion, @Nullable String seenHash, Person by, VisibleProviders visible) {}

    /** Every way signing can end. */
    sealed interface Result {

        record Signed(SelfAssessment assessment) implements Result {}

        record NotFound() implements Result {}

        record ChangedMeanwhile(SelfAssessment now) implements Result {}
    }

    private final AssessmentStore store;
    private final GatherReport gather;
    private final Clock clock;

    SignAssessment(AssessmentStore store, GatherReport gather, Clock clock) {
        this.store = store;
        this.gather = gather;
        this.clock = clock;
    }

    Result sign(Command command) {
        var found = store.find(command.id(), command.visible())
                .filter(assessment -> command.by().belongsTo(assessment.provider()));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        var assessment = found.get();
        if (assessment.isSigned()) {
            return repeat(assessment, command);
        }
        String content = ReportJson.write(gather.now(assessment, command.visible()));
        String hash = ReportJson.hash(content);
        boolean stale = (command.seenVersion() != null && command.seenVersion() != assessment.version())
                || (command.seenHash() != null && !command.seenHash().equals(hash));
        if (stale) {
            return new Result.ChangedMeanwhile(assessment);
        }
        var signed = assessment.sign(new SelfAssessment.Signature(clock.instant(), command.by(), hash));
        if (!store.sign(signed, content)) {
            return new Result.ChangedMeanwhile(
                    store.find(command.id(), command.visible()).orElseThrow());
        }
        log.atInfo().addKeyValue("assessmentId", signed.id()).log("Self-assessment signed");
        return new Result.Signed(signed);
    }

    /** Signing once more changes nothing, unless it was something else that was looked at. */
    private static Result repeat(SelfAssessment assessment, Command command) {
        var signature = assessment.signed().orElseThrow();
        boolean same = signature.by().is(command.by())
                && (command.seenHash() == null || command.seenHash().equals(signature.contentHash()));
        return same ? new Result.Signed(assessment) : new Result.ChangedMeanwhile(assessment);
    }
}
