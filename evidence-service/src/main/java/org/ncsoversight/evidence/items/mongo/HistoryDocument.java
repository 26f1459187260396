package org.ncsoversight.evidence.items.mongo;

import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Approval;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/** Steps, revisions, the approval and files as documents; who did something stands beside what they did. */
public final class HistoryDocument {

    private HistoryDocument() {}

    static Document of(Evidence.Step step) {
        var document = by(step.by())
                .append("version", step.version())
                .append("action", step.action().word())
                .append("state", step.state().word())
                .append("at", Date.from(step.at()));
        Optional.ofNullable(step.reason()).ifPresent(reason -> document.append("reason", reason));
        return document;
    }

    static Evidence.Step step(Document document) {
        var state = EvidenceState.of(document.getString("state")).orElseThrow();
        @Nullable String action = document.getString("action");
        return new Evidence.Step(
                document.getLong("version"),
                // Before actions were kept, each step was named by the state it led to.
                Action.of(action == null ? state.word() : action).orElseThrow(),
                state,
                document.getDate("at").toInstant(),
                person(document),
                document.getString("reason"));
    }

    static Document of(Revision revision) {
        return by(revision.by())
                .append("number", revision.number())
                .append("content", ContentDocument.of(revision.content()))
                .append(
                        "files",
                        revision.files().stream().map(HistoryDocument::of).toList())
                .append("contentHash", revision.contentHash())
                .append("at", Date.from(revision.at()));
    }

    static Revision revision(Document document) {
        var files = document.getList("files", Document.class).stream()
                .map(HistoryDocument::file)
                .toList();
        return new Revision(
                document.getInteger("number"),
                ContentDocument.read(document.get("content", Document.class), !files.isEmpty()),
                files,
                document.getString("contentHash"),
                document.getDate("at").toInstant(),
                person(document));
    }

    static Document of(Approval approval) {
        return by(approval.by())
                .append("revision", approval.revision())
                .append("contentHash", approval.contentHash())
                .append("at", Date.from(approval.at()));
    }

    static Approval approval(Document document) {
        return new Approval(
                document.getInteger("revision"),
                document.getString("contentHash"),
                document.getDate("at").toInstant(),
                person(document));
    }

    static Document of(EvidenceFile file) {
        return new Document("id", file.id().toString())
                .append("name", file.name())
                .append("type", file.type())
                .append("size", file.sizeInBytes())
                .append("sha256", file.sha256());
    }

    static EvidenceFile file(Document document) {
        return new EvidenceFile(
                UUID.fromString(document.getString("id")),
                document.getString("name"),
                document.getString("type"),
                document.getLong("size"),
                document.getString("sha256"));
    }

    public static Document by(Person person) {
        var document = new Document("subject", person.subject()).append("username", person.username());
        Optional.ofNullable(person.organisation())
                .ifPresent(organisation -> document.append("organisation", organisation.ukprn()));
        return document;
    }

    public static Person person(Document document) {
        @Nullable String organisation = document.getString("organisation");
        return new Person(
                document.getString("subject"),
                document.getString("username"),
                organisation == null ? null : new ProviderId(organisation));
    }
}
