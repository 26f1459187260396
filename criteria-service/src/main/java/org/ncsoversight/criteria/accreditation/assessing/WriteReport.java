package org.ncsoversight.criteria.accreditation.assessing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.ReportContent;
import org.ncsoversight.criteria.accreditation.store.ReportStore;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Typed;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Drafts a report, signs it, and begins its correction; nobody reports on their own organisation. */
@Component
public class WriteReport {

    /** Every way each of these can end. */
    sealed interface Result {

        record Begun(AssessmentReport report) implements Result {}

        record Done(AssessmentReport report) implements Result {}

        record NotThere() implements Result {}

        record OwnOrganisation() implements Result {}

        record Frozen() implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(WriteReport.class);

    private final ReportStore reports;
    private final ProviderStore providers;
    private final EditionStore editions;
    private final Clock clock;

    WriteReport(ReportStore reports, ProviderStore providers, EditionStore editions, Clock clock) {
        this.reports = reports;
        this.providers = providers;
        this.editions = editions;
        this.clock = clock;
    }

    /** Under an id that the caller chose, so that the same again changes nothing. */
    Result save(UUID id, String ukprn, ReportEntry entry, OptionalLong expectedVersion, Caller caller) {
        Optional<Ukprn> provider = Ukprn.parse(ukprn)
                .filter(known -> providers.find(known, caller.visible()).isPresent());
        if (provider.isEmpty()) {
            return new Result.NotThere();
        }
        if (caller.own().contains(provider.get())) {
            return new Result.OwnOrganisation();
        }
        Optional<Edition> edition = entry.editionId().flatMap(editions::find);
        if (edition.isEmpty()) {
            return invalid("edition", "unknown-edition", "Select the edition of the Standard");
        }
        var typed = new Typed();
        Optional<ReportContent> content = entry.check(edition.get(), typed);
        if (content.isEmpty()) {
            return new Result.Invalid(typed.problems());
        }
        Optional<AssessmentReport> kept = reports.find(id, caller.visible());
        return kept.isPresent()
                ? change(kept.get(), provider.get(), content.get(), expectedVersion, caller)
                : begin(AssessmentReport.begun(id, provider.get(), content.get(), caller.username()), expectedVersion);
    }

    private Result begin(AssessmentReport report, OptionalLong expectedVersion) {
        if (expectedVersion.orElse(0) != 0) {
            return new Result.ChangedMeanwhile(0);
        }
        return reports.add(report) ? new Result.Begun(logged(report, "Report begun")) : new Result.NotThere();
    }

    private Result change(
            AssessmentReport kept, Ukprn provider, ReportContent content, OptionalLong expectedVersion, Caller caller) {
        if (!kept.provider().equals(provider)) {
            return new Result.NotThere();
        }
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != kept.version()) {
            return new Result.ChangedMeanwhile(kept.version());
        }
        if (kept.content().equals(content)) {
            return new Result.Done(kept);
        }
        if (kept.signed()) {
            return new Result.Frozen();
        }
        return replace(kept.saying(content, caller.username()), "Report changed");
    }

    /** Freezes a report that leaves no gap; the one that it corrects is then told to be corrected. */
    Result sign(UUID id, OptionalLong expectedVersion, Caller caller) {
        Optional<AssessmentReport> kept = reports.find(id, caller.visible());
        if (kept.isEmpty()) {
            return new Result.NotThere();
        }
        AssessmentReport report = kept.get();
        if (caller.own().contains(report.provider())) {
            return new Result.OwnOrganisation();
        }
        if (report.signed()) {
            tellCorrected(report, caller);
            return new Result.Done(report);
        }
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != report.version()) {
            return new Result.ChangedMeanwhile(report.version());
        }
        Edition edition = editions.find(report.content().edition()).orElseThrow();
        Typed gaps = report.content().gaps(edition, LocalDate.now(clock));
        if (!gaps.fine()) {
            return new Result.Invalid(gaps.problems());
        }
        Result result = replace(report.signed(caller.username(), clock.instant()), "Report signed");
        if (result instanceof Result.Done(var signed)) {
            tellCorrected(signed, caller);
        }
        return result;
    }

    // Two documents: when this comes to nothing, signing again does it, and readers go by the revision anyhow.
    private void tellCorrected(AssessmentReport signed, Caller caller) {
        all(signed.provider(), caller).stream()
                .filter(other -> other.series().equals(signed.series()) && other.revision() < signed.revision())
                .filter(other -> other.signed() && other.correctedBy().isEmpty())
                .forEach(other -> reports.replace(other.correctedBy(signed.id())));
    }

    /** The draft of the next revision; there is one at a time, so asking again answers with it. */
    Result correct(UUID id, String reason, Caller caller) {
        Optional<AssessmentReport> kept = reports.find(id, caller.visible());
        if (kept.isEmpty()) {
            return new Result.NotThere();
        }
        AssessmentReport report = kept.get();
        if (caller.own().contains(report.provider())) {
            return new Result.OwnOrganisation();
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > AssessmentReport.MAX_REASON) {
            return invalid("reason", "missing", "Say in up to 1,000 characters what must be put right");
        }
        List<AssessmentReport> series = all(report.provider(), caller).stream()
                .filter(other -> other.series().equals(report.series()))
                .toList();
        Optional<AssessmentReport> draft =
                series.stream().filter(other -> !other.signed()).findFirst();
        if (draft.isPresent()) {
            return new Result.Done(draft.get());
        }
        int newest = series.stream().mapToInt(AssessmentReport::revision).max().orElse(1);
        if (report.revision() != newest) {
            return invalid("reason", "corrected-already", "This report was corrected already; correct the newest one");
        }
        // Named after what it corrects, so that of two who begin at once the first wins.
        UUID next = UUID.nameUUIDFromBytes((report.id() + "/correction").getBytes(StandardCharsets.UTF_8));
        AssessmentReport correction = report.correction(next, why, caller.username());
        return reports.add(correction)
                ? new Result.Begun(logged(correction, "Report correction begun"))
                : new Result.ChangedMeanwhile(report.version());
    }

    private List<AssessmentReport> all(Ukprn provider, Caller caller) {
        return reports.list(
                new ReportStore.Query(Optional.of(provider), false, Optional.empty(), ReportReader.MAX_READ),
                caller.visible());
    }

    private Result replace(AssessmentReport next, String what) {
        return reports.replace(next)
                ? new Result.Done(logged(next, what))
                : new Result.ChangedMeanwhile(next.version());
    }

    private static Result invalid(String field, String code, String message) {
        return new Result.Invalid(List.of(new FieldError(field, code, message)));
    }

    private static AssessmentReport logged(AssessmentReport report, String what) {
        log.atInfo()
                .addKeyValue("report", report.id())
                .addKeyValue("version", report.version())
                .log(what);
        return report;
    }
}
