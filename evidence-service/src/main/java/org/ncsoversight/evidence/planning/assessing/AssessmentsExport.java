package org.ncsoversight.evidence.planning.assessing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of self-assessment reports as a file. */
@Controller
class AssessmentsExport {

    /** A report with its provider's name. */
    private record Line(SelfAssessment assessment, String provider) {}

    private final ReadAssessments read;
    private final KnownProviders providers;
    private final Export export;

    AssessmentsExport(ReadAssessments read, KnownProviders providers, Export export) {
        this.read = read;
        this.providers = providers;
        this.export = export;
    }

    @GetMapping({
        "/evidence/assessments/export.{extension:csv|xlsx}",
        "/api/evidence/assessments/export.{extension:csv|xlsx}"
    })
    void export(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @PathVariable String extension,
            HttpServletResponse response)
            throws IOException {
        var asked = AssessmentApi.provider(provider);
        var filter = Stream.ofNullable(asked)
                .map(one -> new Setting("Provider’s UKPRN", one.ukprn()))
                .toList();
        export.answer(
                response,
                extension,
                new Spreadsheet<>("Self-assessment reports", filter, columns()),
                new WholeList<>(after -> page(asked, after, caller)));
    }

    private WholeList.Page<Line> page(@Nullable ProviderId asked, @Nullable String after, Caller caller) {
        var page = read.list(asked, after, WholeList.PAGE_LENGTH, caller);
        var names = providers.namesOf(page.assessments().stream()
                .map(SelfAssessment::provider)
                .distinct()
                .toList());
        return new WholeList.Page<>(
                page.assessments().stream()
                        .map(one -> new Line(one, names.getOrDefault(one.provider(), "UKPRN " + one.provider())))
                        .toList(),
                page.next());
    }

    private static List<Column<Line>> columns() {
        return List.of(
                new Column<>("UKPRN", line -> line.assessment().provider().ukprn()),
                new Column<>("Provider", Line::provider),
                new Column<>("From", line -> line.assessment().period().from()),
                new Column<>("To", line -> line.assessment().period().to()),
                new Column<>("Version", line -> line.assessment().number()),
                new Column<>("Edition", line -> line.assessment().edition()),
                new Column<>("Begun", line -> line.assessment().started().at()),
                new Column<>("State", line -> line.assessment().isSigned() ? "Signed" : "Draft"),
                new Column<>(
                        "Signed",
                        line -> signature(line)
                                .map(SelfAssessment.Signature::at)
                                .orElse(null)),
                new Column<>(
                        "Signed by",
                        line -> signature(line).map(one -> one.by().username()).orElse(null)),
                new Column<>("Report", line -> line.assessment().id().toString()));
    }

    private static Optional<SelfAssessment.Signature> signature(Line line) {
        return line.assessment().signed();
    }
}
