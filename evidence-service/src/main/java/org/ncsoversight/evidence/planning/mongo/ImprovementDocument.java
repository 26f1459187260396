package org.ncsoversight.evidence.planning.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.mongo.People;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.Improvement;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Source;

/** An improvement action as a document: what is queried stands at the top. */
final class ImprovementDocument {

    static final String VERSION = "version";
    static final String PROVIDER = "provider";
    static final String STATE = "state";
    static final String CRITERIA = "criteria";
    static final String OWNER = "owner";
    static final String DUE_ON = "dueOn";
    static final String LIST_KEY = "listKey";

    private ImprovementDocument() {}

    static Document of(ImprovementAction action) {
        var improvement = action.improvement();
        return new Document("_id", action.id().toString())
                .append(VERSION, action.version())
                .append(PROVIDER, action.provider().ukprn())
                .append(STATE, action.state().word())
                .append(
                        CRITERIA,
                        improvement.criteria().stream()
                                .map(CriterionCode::value)
                                .toList())
                .append(OWNER, improvement.owner())
                .append(DUE_ON, improvement.dueOn().toString())
                .append(LIST_KEY, action.listKey())
                .append("edition", improvement.edition())
                .append("title", improvement.title())
                .append("difference", improvement.difference())
                .append(
                        "sources",
                        improvement.sources().stream()
                                .map(ImprovementDocument::source)
                                .toList())
                .append(
                        "history",
                        action.history().stream().map(ImprovementDocument::step).toList());
    }

    static ImprovementAction read(Document document) {
        var improvement = new Improvement(
                document.getString("title"),
                document.getString("difference"),
                document.getString("edition"),
                document.getList(CRITERIA, String.class).stream()
                        .map(CriterionCode::new)
                        .collect(Collectors.toCollection(TreeSet::new)),
                document.getString(OWNER),
                LocalDate.parse(document.getString(DUE_ON)),
                document.getList("sources", Document.class).stream()
                        .map(ImprovementDocument::source)
                        .toList());
        List<ImprovementAction.Step> history = document.getList("history", Document.class).stream()
                .map(ImprovementDocument::step)
                .toList();
        return new ImprovementAction(
                UUID.fromString(document.getString("_id")),
                document.getLong(VERSION),
                new ProviderId(document.getString(PROVIDER)),
                improvement,
                ActionState.of(document.getString(STATE)).orElseThrow(),
                history);
    }

    private static Document source(Source source) {
        var document = new Document("kind", source.kind().word());
        switch (source) {
            case Source.Gap(var criterion, var voice) -> {
                document.append("criterion", criterion.value());
                Optional.ofNullable(voice).ifPresent(one -> document.append("voice", one.word()));
            }
            case Source.Theme(var code, var text) -> {
                Optional.ofNullable(code).ifPresent(one -> document.append("code", one));
                document.append("text", text);
            }
            case Source.Area(var report, var criterion, var text) ->
                document.append("report", report)
                        .append("criterion", criterion.value())
                        .append("text", text);
            case Source.Item(var evidence) -> document.append("evidence", evidence.toString());
        }
        return document;
    }

    private static Source source(Document document) {
        return switch (Source.Kind.of(document.getString("kind")).orElseThrow()) {
            case GAP ->
                new Source.Gap(
                        new CriterionCode(document.getString("criterion")),
                        Optional.ofNullable(document.getString("voice"))
                                .flatMap(Voice::of)
                                .orElse(null));
            case THEME -> new Source.Theme(document.getString("code"), document.getString("text"));
            case AREA ->
                new Source.Area(
                        document.getString("report"),
                        new CriterionCode(document.getString("criterion")),
                        document.getString("text"));
            case EVIDENCE -> new Source.Item(new EvidenceId(UUID.fromString(document.getString("evidence"))));
        };
    }

    private static Document step(ImprovementAction.Step step) {
        var document = People.append(
                new Document(VERSION, step.version())
                        .append(STATE, step.state().word())
                        .append("edited", step.edited())
                        .append("at", Date.from(step.at())),
                step.by());
        Optional.ofNullable(step.reason()).ifPresent(reason -> document.append("reason", reason));
        return document;
    }

    private static ImprovementAction.Step step(Document document) {
        return new ImprovementAction.Step(
                document.getLong(VERSION),
                ActionState.of(document.getString(STATE)).orElseThrow(),
                document.getBoolean("edited", false),
                document.getDate("at").toInstant(),
                People.read(document),
                document.getString("reason"));
    }
}
