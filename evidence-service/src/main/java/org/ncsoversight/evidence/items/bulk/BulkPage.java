package org.ncsoversight.evidence.items.bulk;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.ncsoversight.evidence.items.bulk.BulkCommand.Wanted;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Many items at once for people: first what will and will not happen, then what did. */
@Controller
class BulkPage {

    private static final String PATH = "/evidence/bulk";
    private static final Pattern ITEM = Pattern.compile("([0-9a-fA-F-]{36}):([0-9]{1,18})");

    private final BulkChange bulkChange;

    BulkPage(BulkChange bulkChange) {
        this.bulkChange = bulkChange;
    }

    @GetMapping(PATH)
    ModelAndView confirm(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var command = command(caller, typed);
        return page("items/bulk/confirm", command, bulkChange.errors(command));
    }

    @PostMapping(PATH)
    Object carryOut(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var command = command(caller, typed);
        var errors = new ArrayList<FieldError>(bulkChange.errors(command));
        errors.addAll(bulkChange.errorsInDetails(command));
        if (!errors.isEmpty()) {
            return page("items/bulk/confirm", command, errors);
        }
        bulkChange.carryOut(command);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(resultOf(command))
                .build();
    }

    /** Says where things stand, and so can be looked at again. */
    @GetMapping(PATH + "/result")
    ModelAndView result(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var command = command(caller, typed);
        return page("items/bulk/result", command, bulkChange.errors(command));
    }

    private ModelAndView page(String template, BulkCommand command, List<FieldError> errors) {
        boolean wrongAsAWhole = !bulkChange.errors(command).isEmpty();
        List<Outcome> outcomes = wrongAsAWhole ? List.of() : bulkChange.look(command);
        var page = new ModelAndView(template);
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("command", command);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("outcomes", outcomes);
        page.addObject(
                "possible",
                outcomes.stream()
                        .filter(one -> one.verdict() == Outcome.Verdict.WILL_HAPPEN)
                        .count());
        page.addObject(
                "done",
                outcomes.stream()
                        .filter(one -> one.verdict() == Outcome.Verdict.DONE)
                        .count());
        page.addObject("back", command.action() == BulkAction.SUBMIT ? "/evidence/bulk/drafts" : "/evidence");
        return page;
    }

    private static BulkCommand command(Caller caller, MultiValueMap<String, String> typed) {
        var action = BulkAction.of(text(typed, "action"))
                .orElseThrow(() ->
                        Problem.of(HttpStatus.BAD_REQUEST, "action-unknown", "Choose to submit, withdraw or reassign"));
        var items = new LinkedHashMap<EvidenceId, Wanted>();
        for (String item : typed.getOrDefault("item", List.of())) {
            var parts = ITEM.matcher(item);
            if (parts.matches()) {
                EvidenceId.of(parts.group(1))
                        .ifPresent(id -> items.put(id, new Wanted(id, Long.parseLong(parts.group(2)))));
            }
        }
        return new BulkCommand(
                caller, action, text(typed, "owner"), text(typed, "reason"), List.copyOf(items.values()));
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        String text = typed.getFirst(field);
        return text == null ? "" : text;
    }

    private static URI resultOf(BulkCommand command) {
        var uri = UriComponentsBuilder.fromPath(PATH + "/result")
                .queryParam("action", command.action().word())
                .queryParam("owner", "{owner}");
        command.items().forEach(item -> uri.queryParam("item", item.id() + ":" + item.version()));
        return uri.encode().buildAndExpand(command.owner()).toUri();
    }
}
