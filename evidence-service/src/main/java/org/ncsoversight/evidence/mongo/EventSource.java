package org.ncsoversight.evidence.mongo;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** A collection whose documents hold events for the relay to send; each is a bean, so that the relay finds them all. */
public record EventSource(MongoCollection<Document> collection) {}
