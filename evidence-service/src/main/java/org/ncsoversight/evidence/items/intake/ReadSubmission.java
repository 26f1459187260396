package org.ncsoversight.evidence.items.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.evidence.files.FileRules;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** Turns what was typed into content for the edition in force, or says everything that is wrong with it at once. */
@Component
public class ReadSubmission {

    /** What reading can come to. */
    public sealed interface Outcome {

        record Read(Content content, List<FileRules.Typed> files) implements Outcome {}

        record Invalid(List<FieldError> errors) implements Outcome {}

        record CriteriaNotYetKnown() implements Outcome {}
    }

    private final EditionInForce inForce;
    private final SubmissionLimits limits;
    private final FileRules fileRules;

    ReadSubmission(EditionInForce inForce, SubmissionLimits limits, FileRules fileRules) {
        this.inForce = inForce;
        this.limits = limits;
        this.fileRules = fileRules;
    }

    /** Of everything that came at once; the owner is who answers for it when nobody else is named. */
    public Outcome read(Submission submission, String owner) throws IOException {
        var edition = inForce.edition();
        if (edition.isEmpty()) {
            return new Outcome.CriteriaNotYetKnown();
        }
        var rules = rules();
        var content = rules.read(submission.proposal(), submission.files().size(), owner);
        var files = fileRules.check(submission.files());
        if (content.isEmpty() || !files.errors().isEmpty()) {
            var errors = new ArrayList<FieldError>(rules.errors());
            errors.addAll(files.errors());
            return new Outcome.Invalid(List.copyOf(errors));
        }
        return new Outcome.Read(content.get(), files.files());
    }

    /** Of what was typed, for evidence that has this many files already. */
    public Outcome read(Proposal proposal, int files, String owner) {
        if (inForce.edition().isEmpty()) {
            return new Outcome.CriteriaNotYetKnown();
        }
        var rules = rules();
        return rules.read(proposal, files, owner)
                .<Outcome>map(content -> new Outcome.Read(content, List.of()))
                .orElseGet(() -> new Outcome.Invalid(rules.errors()));
    }

    /**
     * Of what came from another installation: in the edition it was written for, and although its review date has gone
     * by; who answers for it and its threads were decided there, and do not count here.
     */
    public Outcome readImported(Content there, List<ReceivedFile> files, String owner) throws IOException {
        var edition = inForce.known().stream()
                .filter(known -> known.code().equals(there.edition()))
                .findFirst();
        if (edition.isEmpty()) {
            return new Outcome.CriteriaNotYetKnown();
        }
        var rules = new SubmissionRules(limits, new StandardRules(edition.get(), inForce.known()), inForce.today());
        var typed = Proposal.of(there).with(Field.OWNER, "").with(Field.THREADS, "");
        var content = rules.reviewedAnyTime().read(typed, files.size(), owner);
        var checked = fileRules.check(files);
        var errors = new ArrayList<FieldError>(rules.errors());
        errors.addAll(checked.errors());
        return content.isEmpty() || !errors.isEmpty()
                ? new Outcome.Invalid(List.copyOf(errors))
                : new Outcome.Read(content.get(), checked.files());
    }

    private SubmissionRules rules() {
        var edition = inForce.edition().orElseThrow();
        return new SubmissionRules(limits, new StandardRules(edition, inForce.known()), inForce.today());
    }
}
