package org.ncsoversight.evidence.planning.mongo;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.GoldenThread;

/** A golden thread as a document. */
final class ThreadDocument {

    private ThreadDocument() {}

    static Document of(GoldenThread thread) {
        var document = new Document("_id", thread.id().toString())
                .append("version", thread.version())
                .append("provider", thread.provider().ukprn())
                .append("edition", thread.path().edition())
                .append(
                        "criteria",
                        thread.path().criteria().stream()
                                .map(CriterionCode::value)
                                .toList())
                .append("name", thread.naming().name())
                .append("open", thread.open())
                .append("evidence", evidence(thread))
                .append(
                        "history",
                        thread.history().stream().map(ThreadDocument::step).toList());
        Optional.ofNullable(thread.path().template()).ifPresent(template -> document.append("template", template));
        Optional.ofNullable(thread.naming().aim()).ifPresent(aim -> document.append("aim", aim.toString()));
        return document;
    }

    static List<String> evidence(GoldenThread thread) {
        return thread.evidence().stream().map(UUID::toString).toList();
    }

    static Document step(GoldenThread.Step step) {
        var document = new Document("version", step.version())
                .append("what", step.what().name())
                .append("at", Date.from(step.at()))
                .append("subject", step.by().subject())
                .append("username", step.by().username());
        Optional.ofNullable(step.by().organisation())
                .ifPresent(organisation -> document.append("organisation", organisation.ukprn()));
        return document;
    }

    static GoldenThread read(Document document) {
        @Nullable String aim = document.getString("aim");
        var evidence = new TreeSet<UUID>();
        document.getList("evidence", String.class).forEach(item -> evidence.add(UUID.fromString(item)));
        return new GoldenThread(
                UUID.fromString(document.getString("_id")),
                document.getLong("version"),
                new ProviderId(document.getString("provider")),
                new GoldenThread.Path(
                        document.getString("edition"),
                        document.getString("template"),
                        document.getList("criteria", String.class).stream()
                                .map(CriterionCode::new)
                                .toList()),
                new GoldenThread.Naming(document.getString("name"), aim == null ? null : UUID.fromString(aim)),
                document.getBoolean("open"),
                evidence,
                document.getList("history", Document.class).stream()
                        .map(ThreadDocument::readStep)
                        .toList());
    }

    private static GoldenThread.Step readStep(Document document) {
        @Nullable String organisation = document.getString("organisation");
        return new GoldenThread.Step(
                document.getLong("version"),
                GoldenThread.What.valueOf(document.getString("what")),
                document.getDate("at").toInstant(),
                new Person(
                        document.getString("subject"),
                        document.getString("username"),
                        organisation == null ? null : new ProviderId(organisation)));
    }
}
