package org.ncsoversight.evidence.readiness.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.mongo.Newest;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.readiness.KnownReadiness;
import org.ncsoversight.evidence.readiness.Readiness;
import org.ncsoversight.evidence.readiness.Readiness.Heard;
import org.ncsoversight.evidence.readiness.Readiness.Judged;
import org.ncsoversight.evidence.readiness.Readiness.Reason;
import org.ncsoversight.evidence.security.VisibleProviders;

/** One document per provider for what was published, and one for what was heard since. */
public final class MongoReadiness implements KnownReadiness {

    private final MongoCollection<Document> readiness;
    private final MongoCollection<Document> heard;

    public MongoReadiness(MongoDatabase database) {
        readiness = database.getCollection("readiness");
        heard = database.getCollection("readinessHeard");
    }

    @Override
    public void keep(Readiness published) {
        Newest.keep(
                readiness,
                published.provider().ukprn(),
                published.version(),
                document(published.heard())
                        .append("edition", published.edition())
                        .append(
                                "criteria",
                                published.criteria().stream()
                                        .map(MongoReadiness::document)
                                        .toList()));
    }

    @Override
    public void keepHeard(ProviderId provider, long version, Heard since) {
        Newest.keep(heard, provider.ukprn(), version, document(since));
    }

    @Override
    public Optional<Readiness> of(ProviderId provider, VisibleProviders visible) {
        return visible.includes(provider)
                ? Away.unless(() -> find(readiness, provider).map(document -> {
                    var published = published(provider, document);
                    return find(heard, provider)
                            .map(since -> published.heardOf(heard(since)))
                            .orElse(published);
                }))
                : Optional.empty();
    }

    private static Optional<Document> find(MongoCollection<Document> collection, ProviderId provider) {
        return Optional.ofNullable(collection.find(eq("_id", provider.ukprn())).first());
    }

    private static Document document(Heard heard) {
        var document = new Document("at", Date.from(heard.at()));
        return heard.evidenceUpTo() == null
                ? document
                : document.append("evidenceUpTo", heard.evidenceUpTo().toString());
    }

    private static Heard heard(Document document) {
        @Nullable String upTo = document.getString("evidenceUpTo");
        return new Heard(document.getDate("at").toInstant(), upTo == null ? null : Instant.parse(upTo));
    }

    private static Document document(Judged judged) {
        return new Document("code", judged.criterion().value())
                .append("band", judged.band().name())
                .append(
                        "reasons",
                        judged.reasons().stream()
                                .map(reason -> new Document("code", reason.code())
                                        .append("facts", new Document(new LinkedHashMap<>(reason.facts()))))
                                .toList());
    }

    private static Readiness published(ProviderId provider, Document document) {
        return new Readiness(
                provider,
                document.getLong("version"),
                document.getString("edition"),
                heard(document),
                document.getList("criteria", Document.class).stream()
                        .map(MongoReadiness::judged)
                        .toList());
    }

    private static Judged judged(Document document) {
        return new Judged(
                new CriterionCode(document.getString("code")),
                Band.valueOf(document.getString("band")),
                document.getList("reasons", Document.class).stream()
                        .map(MongoReadiness::reason)
                        .toList());
    }

    private static Reason reason(Document document) {
        var facts = new LinkedHashMap<String, String>();
        document.get("facts", Document.class).forEach((name, fact) -> facts.put(name, fact.toString()));
        return new Reason(document.getString("code"), facts);
    }
}
