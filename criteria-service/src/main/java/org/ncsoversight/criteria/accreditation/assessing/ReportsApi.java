package org.ncsoversight.criteria.accreditation.assessing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.accreditation.assessing.WriteReport.Result;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assessor reports by JSON. */
@RestController
@RequestMapping("/api/criteria/reports")
class ReportsApi {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    record Body(
            @Nullable String provider,
            @Nullable String type,
            @Nullable String edition,
            @Nullable String assessor,
            @Nullable String from,
            @Nullable String to,
            @Nullable String scope,
            @Nullable Map<String, @Nullable String> interviewed,
            @Nullable List<ReportEntry.Found> findings,
            @Nullable Map<String, @Nullable String> narratives,
            @Nullable String recommendation) {

        ReportEntry entry() {
            return new ReportEntry(
                    type, edition, assessor, from, to, scope, interviewed, findings, narratives, recommendation);
        }
    }

    record Reason(@Nullable String reason) {}

    record Page<T>(List<T> items, @Nullable String next) {}

    private final WriteReport writeReport;
    private final ReportReader reports;

    ReportsApi(WriteReport writeReport, ReportReader reports) {
        this.writeReport = writeReport;
        this.reports = reports;
    }

    @GetMapping
    Page<ReportView> list(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "" + DEFAULT_LIMIT) int limit,
            Caller caller) {
        int size = Math.clamp(limit, 1, MAX_LIMIT);
        Optional<Ukprn> ukprn = Optional.ofNullable(provider).flatMap(Ukprn::parse);
        if (provider != null && ukprn.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<AssessmentReport> found = reports.list(ukprn, Optional.ofNullable(after), size + 1, caller);
        return new Page<>(
                found.stream().limit(size).map(ReportView::of).toList(),
                found.size() > size ? found.get(size - 1).id().toString() : null);
    }

    /** What the improvement plan of a provider can be linked to. */
    @GetMapping("/afcis")
    Page<ReportView.Afci> improvements(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "" + DEFAULT_LIMIT) int limit,
            Caller caller) {
        int size = Math.clamp(limit, 1, MAX_LIMIT);
        Optional<Ukprn> ukprn = Optional.ofNullable(provider).flatMap(Ukprn::parse);
        if (provider != null && ukprn.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<ReportView.Afci> rest = reports.improvements(ukprn, caller).stream()
                .map(ReportView.Afci::of)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .filter(afci -> afci.id().compareTo(after) > 0)
                .toList();
        return new Page<>(
                rest.stream().limit(size).toList(),
                rest.size() > size ? rest.get(size - 1).id() : null);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(@PathVariable UUID id, Caller caller) {
        return reports.find(id, caller)
                .<ResponseEntity<?>>map(report -> answer(HttpStatus.OK, report))
                .orElseGet(() -> notThere(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<?> save(
            @PathVariable UUID id,
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        String provider = ReportEntry.text(body.provider);
        return answer(writeReport.save(id, provider, body.entry(), Versions.expected(ifMatch), caller), id);
    }

    @PostMapping("/{id}/signature")
    ResponseEntity<?> sign(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(writeReport.sign(id, Versions.expected(ifMatch), caller), id);
    }

    @PostMapping("/{id}/corrections")
    ResponseEntity<?> correct(@PathVariable UUID id, @RequestBody Reason body, Caller caller) {
        return answer(writeReport.correct(id, ReportEntry.text(body.reason), caller), id);
    }

    private static ResponseEntity<?> answer(Result result, UUID id) {
        return switch (result) {
            case Result.Begun(var report) -> answer(HttpStatus.CREATED, report);
            case Result.Done(var report) -> answer(HttpStatus.OK, report);
            case Result.NotThere() -> notThere(id);
            case Result.OwnOrganisation() ->
                Problem.of(HttpStatus.FORBIDDEN, "own-organisation", "Nobody reports on their own organisation")
                        .answer();
            case Result.Frozen() ->
                Problem.of(HttpStatus.CONFLICT, "signed", "A signed report is corrected by another revision")
                        .answer();
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(var version) -> Problems.changedMeanwhile(version);
        };
    }

    private static ResponseEntity<?> answer(HttpStatus status, AssessmentReport report) {
        var answer = ResponseEntity.status(status).eTag(Versions.tag(report.version()));
        return (status == HttpStatus.CREATED
                        ? answer.location(URI.create("/api/criteria/reports/" + report.id()))
                        : answer)
                .body(ReportView.of(report));
    }

    private static ResponseEntity<?> notThere(UUID id) {
        return Problem.notFound("report " + id).answer();
    }
}
