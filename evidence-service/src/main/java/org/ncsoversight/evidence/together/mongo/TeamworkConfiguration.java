package org.ncsoversight.evidence.together.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.items.mongo.EvidenceDocument;
import org.ncsoversight.evidence.items.mongo.MongoConfiguration;
import org.ncsoversight.evidence.items.mongo.MongoOwnedEvidence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens what people working together keep; one index per way it is asked for. */
@Configuration
class TeamworkConfiguration {

    @Bean
    MongoKnownPeople knownPeople(MongoDatabase database) {
        var people = database.getCollection("people");
        Patient.with(people).createIndex(Indexes.ascending(MongoKnownPeople.ORGANISATION, MongoKnownPeople.USERNAME));
        Patient.with(people).createIndex(Indexes.ascending(MongoKnownPeople.USERNAME));
        return new MongoKnownPeople(people);
    }

    @Bean
    MongoCommentStore commentStore(MongoDatabase database) {
        return comments(database);
    }

    @Bean
    MongoAssignmentStore assignmentStore(MongoDatabase database) {
        return assignments(database);
    }

    @Bean
    MongoOwnedEvidence ownedEvidence(MongoDatabase database) {
        var evidence = database.getCollection(MongoConfiguration.EVIDENCE);
        Patient.with(evidence)
                .createIndex(Indexes.ascending(
                        MongoOwnedEvidence.OWNER, EvidenceDocument.STATE, MongoOwnedEvidence.REVIEW_DATE));
        return new MongoOwnedEvidence(evidence);
    }

    static MongoCommentStore comments(MongoDatabase database) {
        var comments = database.getCollection("comments");
        Patient.with(comments).createIndex(Indexes.ascending(MongoCommentStore.ITEM, MongoCommentStore.LIST_KEY));
        Patient.with(comments).createIndex(Indexes.ascending(MongoCommentStore.CALLED, MongoCommentStore.LIST_KEY));
        return new MongoCommentStore(comments);
    }

    static MongoAssignmentStore assignments(MongoDatabase database) {
        var assignments = database.getCollection("assignments");
        Patient.with(assignments)
                .createIndex(Indexes.ascending(
                        MongoAssignmentStore.PROVIDER, MongoAssignmentStore.STATE, MongoAssignmentStore.LIST_KEY));
        Patient.with(assignments)
                .createIndex(Indexes.ascending(MongoAssignmentStore.PROVIDER, MongoAssignmentStore.LIST_KEY));
        return new MongoAssignmentStore(assignments);
    }
}
