package org.ncsoversight.evidence.planning.assessing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.ncsoversight.evidence.planning.assessing.report.ReportDocx;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The report itself: as a page that prints well, as a Word document, and as the very bytes that were signed. */
@Controller
class ReportPage {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ReadAssessments read;
    private final KnownProviders providers;

    ReportPage(ReadAssessments read, KnownProviders providers) {
        this.read = read;
        this.providers = providers;
    }

    @GetMapping("/evidence/assessments/{id}/report")
    ModelAndView page(Caller caller, @PathVariable UUID id) {
        var assessment = find(id, caller);
        var page = new ModelAndView("planning/assessing/report");
        page.addObject("assessment", assessment);
        page.addObject("report", read.content(assessment, caller));
        page.addObject("beforeItsEnd", read.isBeforeItsEnd(assessment));
        return page;
    }

    /** Complete in memory before its first byte leaves: it holds text only, so it is small. */
    @GetMapping({"/evidence/assessments/{id}/report.docx", "/api/evidence/assessments/{id}/report.docx"})
    void document(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var assessment = find(id, caller);
        var document = new ByteArrayOutputStream();
        var front = new ReportDocx.Front(assessment.signed().orElse(null), read.isBeforeItsEnd(assessment));
        ReportDocx.write(read.content(assessment, caller), front, document);
        response.setContentType(DOCX);
        response.setContentLength(document.size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(assessment));
        document.writeTo(response.getOutputStream());
    }

    /** Whoever has these bytes can compute the hash that was signed. */
    @GetMapping("/api/evidence/assessments/{id}/content")
    ResponseEntity<byte[]> signedContent(Caller caller, @PathVariable UUID id) {
        var assessment = find(id, caller);
        var content = read.signedContent(assessment, caller)
                .orElseThrow(() -> AssessmentApi.notFound(id + " that is signed"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(assessment.signed().orElseThrow().contentHash())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private String disposition(SelfAssessment assessment) {
        String name = "Self-assessment %s %s to %s.docx"
                .formatted(
                        providers.nameOf(assessment.provider()),
                        assessment.period().from(),
                        assessment.period().to());
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private SelfAssessment find(UUID id, Caller caller) {
        return read.find(id, caller).orElseThrow(() -> AssessmentApi.notFound(id.toString()));
    }
}
