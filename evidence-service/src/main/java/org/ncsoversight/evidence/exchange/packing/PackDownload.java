package org.ncsoversight.evidence.exchange.packing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.pack.PackSelection;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing what goes into a pack, and sending it. */
@Controller
class PackDownload {

    private static final int BUFFER_IN_BYTES = 1 << 16;

    /** What was asked for, as it was typed. */
    public record Asked(String provider, String edition, List<String> criterion, List<String> state) {}

    private record Checked(@Nullable PackSelection selection, List<FieldError> errors) {}

    private final WritePack write;
    private final KnownStandard standard;
    private final EditionInForce inForce;

    PackDownload(WritePack write, KnownStandard standard, EditionInForce inForce) {
        this.write = write;
        this.standard = standard;
        this.inForce = inForce;
    }

    @GetMapping("/evidence/packs")
    ModelAndView form(Caller caller) {
        String own = caller.organisation().map(ProviderId::ukprn).orElse("");
        return page(caller, new Asked(own, "", List.of(), List.of(EvidenceState.ACCEPTED.word())), List.of());
    }

    @GetMapping("/evidence/packs/download")
    @Nullable
    ModelAndView download(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") List<String> criterion,
            @RequestParam(defaultValue = "") List<String> state,
            HttpServletResponse response)
            throws IOException {
        var asked = new Asked(provider, edition, criterion, state);
        var checked = check(caller, asked);
        if (checked.selection() == null) {
            return page(caller, asked, checked.errors());
        }
        send(caller, checked.selection(), response);
        return null;
    }

    @GetMapping("/api/evidence/packs")
    void pack(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") List<String> criterion,
            @RequestParam(defaultValue = "") List<String> state,
            HttpServletResponse response)
            throws IOException {
        var checked = check(caller, new Asked(provider, edition, criterion, state));
        if (checked.selection() == null) {
            throw Problem.invalid(checked.errors());
        }
        send(caller, checked.selection(), response);
    }

    private void send(Caller caller, PackSelection selection, HttpServletResponse response) throws IOException {
        if (!caller.visible().includes(selection.provider())) {
            throw Problem.of(
                    HttpStatus.NOT_FOUND, "not-found", "There is no evidence of provider " + selection.provider());
        }
        response.setContentType("application/zip");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "evidence %s %s.zip".formatted(selection.provider(), inForce.today()),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.flushBuffer();
        try {
            var out = new BufferedOutputStream(response.getOutputStream(), BUFFER_IN_BYTES);
            write.write(selection, caller.visible(), out);
            out.flush();
        } catch (RuntimeException e) {
            throw new PackBrokenOff(e);
        }
    }

    /** What has begun cannot become an error page any more: the connection is cut, so that the reader notices. */
    @ExceptionHandler
    void cut(PackBrokenOff e) {
        throw e;
    }

    /** A pack that fails after its first byte. */
    static final class PackBrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1;

        PackBrokenOff(Throwable cause) {
            super("the pack broke off", cause);
        }
    }

    private Checked check(Caller caller, Asked asked) {
        var errors = new ArrayList<FieldError>();
        String ukprn = asked.provider().isBlank()
                ? caller.organisation().map(ProviderId::ukprn).orElse("")
                : asked.provider().strip();
        if (!ProviderId.isUkprn(ukprn)) {
            errors.add(new FieldError("provider", "provider-not-a-ukprn", "Enter the provider’s UKPRN, 8 digits"));
        }
        String edition = asked.edition().strip();
        if (!edition.isEmpty() && standard.edition(edition).isEmpty()) {
            errors.add(new FieldError("edition", "edition-unknown", "Select an edition of the Standard"));
        }
        var criteria = criteria(asked, errors);
        var states = states(asked, errors);
        if (!errors.isEmpty()) {
            return new Checked(null, List.copyOf(errors));
        }
        return new Checked(
                new PackSelection(new ProviderId(ukprn), edition.isEmpty() ? null : edition, criteria, states),
                List.of());
    }

    private static SortedSet<CriterionCode> criteria(Asked asked, List<FieldError> errors) {
        var criteria = new TreeSet<CriterionCode>();
        for (String typed : asked.criterion()) {
            String code = typed.strip();
            if (CriterionCode.isCode(code)) {
                criteria.add(new CriterionCode(code));
            } else if (!code.isEmpty()) {
                errors.add(new FieldError("criteria", "criterion-not-a-code", "Criterion must be a code like 4.3"));
            }
        }
        return criteria;
    }

    private static SortedSet<EvidenceState> states(Asked asked, List<FieldError> errors) {
        var states = new TreeSet<EvidenceState>();
        for (String typed : asked.state()) {
            var state = EvidenceState.of(typed.strip()).filter(known -> known != EvidenceState.DRAFT);
            state.ifPresent(states::add);
            if (state.isEmpty() && !typed.isBlank()) {
                errors.add(new FieldError("states", "state-unknown", "State must be one of the states of evidence"));
            }
        }
        if (states.isEmpty()) {
            states.add(EvidenceState.ACCEPTED);
        }
        return states;
    }

    private ModelAndView page(Caller caller, Asked asked, List<FieldError> errors) {
        var page = new ModelAndView("exchange/packing/pack");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("asked", asked);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("several", caller.visible().severalProviders());
        page.addObject("mayImport", caller.may(Capability.SUBMIT));
        page.addObject("editions", standard.editions());
        page.addObject("edition", inForce.edition().orElseThrow(Problem::criteriaNotYetKnown));
        page.addObject(
                "states",
                List.of(EvidenceState.values()).stream()
                        .filter(state -> state != EvidenceState.DRAFT)
                        .toList());
        return page;
    }
}
