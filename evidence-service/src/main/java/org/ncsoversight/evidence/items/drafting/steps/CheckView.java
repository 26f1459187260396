package org.ncsoversight.evidence.items.drafting.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.answering.AnsweredCriterion;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.items.presentation.ItemWords;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.HeldFiles;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Every question with its answer, and where to change it. */
@Component
class CheckView {

    /** One answer in words; no lines where there is none yet. */
    record Row(String id, String question, List<String> answer, Step step) {}

    private final EvidenceStore store;
    private final EditionInForce inForce;
    private final Words words;
    private final ItemWords itemWords;
    private final HeldFiles held;
    private final Replaceable replaceable;

    CheckView(
            EvidenceStore store,
            EditionInForce inForce,
            Words words,
            ItemWords itemWords,
            HeldFiles held,
            Replaceable replaceable) {
        this.store = store;
        this.inForce = inForce;
        this.words = words;
        this.itemWords = itemWords;
        this.held = held;
        this.replaceable = replaceable;
    }

    ModelAndView of(HttpStatus status, Draft draft, Caller caller, String why, List<FieldError> errors) {
        var item = store.find(draft.id(), caller.own());
        var page = new ModelAndView("items/drafting/check");
        page.setStatus(status);
        page.addObject("draft", draft);
        page.addObject("handover", draft.handedOverAs().orElse(null));
        var rows = rows(draft, item.map(Evidence::content).map(Content::owner).orElse(""));
        if (draft.proposal().has(Field.REPLACES) && !draft.isRevision()) {
            String title = replaceable
                    .chosen(draft, caller)
                    .map(older -> older.content().title())
                    .orElse(draft.proposal().text(Field.REPLACES));
            rows.add(new Row("replaces", "Replaces", List.of(title), Step.HANDLING));
        }
        page.addObject("rows", rows);
        page.addObject("sameFiles", held.elsewhere(draft.id(), draft.provider(), draft.files(), caller.own()));
        page.addObject("item", item.orElse(null));
        page.addObject(
                "itemChanged",
                item.filter(now -> draft.isRevision() && now.version() != draft.revises())
                        .isPresent());
        page.addObject("maySubmit", caller.may(Capability.SUBMIT));
        page.addObject("why", why);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }

    private List<Row> rows(Draft draft, String ownerOfItem) {
        Proposal typed = draft.proposal();
        var rows = new ArrayList<Row>();
        rows.add(new Row("criteria", "Criteria", criteria(typed), Step.CRITERIA));
        rows.add(row("voice", "Voice", Voice.of(typed.text(Field.VOICE)).map(words::voice), Step.VOICE));
        rows.add(row("kind", "Kind", Kind.of(typed.text(Field.KIND)).map(itemWords::kind), Step.KIND));
        if (typed.has(Field.DOCUMENT)) {
            rows.add(row("document", "Document", document(typed.text(Field.DOCUMENT)), Step.KIND));
        }
        rows.add(row("title", "Title", text(typed, Field.TITLE), Step.ABOUT));
        rows.add(new Row("statement", "Statement", words.paragraphs(typed.text(Field.STATEMENT)), Step.ABOUT));
        rows.add(row("periodFrom-day", "First day of the period", day(typed, Field.PERIOD_FROM), Step.DATES));
        rows.add(row("periodTo-day", "Last day of the period", day(typed, Field.PERIOD_TO), Step.DATES));
        rows.add(row("reviewDate-day", "Review date", day(typed, Field.REVIEW_DATE), Step.DATES));
        if (typed.has(Field.LINK) || typed.text(Field.KIND).equals(Kind.LINK.word())) {
            rows.add(row("link", "Link", text(typed, Field.LINK), Step.LINK));
        }
        var files = draft.files().stream().map(EvidenceFile::name).toList();
        rows.add(new Row("files", "Files", files.isEmpty() ? List.of("No files") : files, Step.FILES));
        rows.add(row(
                "classification",
                "Classification",
                Classification.of(typed.text(Field.CLASSIFICATION)).map(itemWords::classification),
                Step.HANDLING));
        var owner = text(typed, Field.OWNER).or(() -> Optional.of(ownerOfItem).filter(name -> !name.isEmpty()));
        rows.add(row("owner", "Owner", owner, Step.HANDLING));
        return rows;
    }

    private List<String> criteria(Proposal typed) {
        return inForce.edition()
                .map(leading -> AnsweredCriterion.of(typed, leading, inForce.known()).stream()
                        .map(AnsweredCriterion::words)
                        .toList())
                .orElseGet(() -> typed.all(Field.CRITERIA));
    }

    private Optional<String> document(String code) {
        return inForce.edition().stream()
                .flatMap(edition -> edition.documents().stream())
                .filter(named -> named.code().equals(code))
                .map(Edition.NamedDocument::title)
                .findFirst()
                .or(() -> Optional.of(code));
    }

    private Optional<String> day(Proposal typed, Field field) {
        return Text.date(typed.text(field)).map(words::day).or(() -> text(typed, field));
    }

    private static Optional<String> text(Proposal typed, Field field) {
        return Optional.of(typed.text(field)).filter(text -> !text.isBlank());
    }

    private static Row row(String id, String question, Optional<String> answer, Step step) {
        return new Row(id, question, answer.stream().toList(), step);
    }
}
