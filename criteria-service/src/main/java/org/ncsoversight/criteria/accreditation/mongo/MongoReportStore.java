package org.ncsoversight.criteria.accreditation.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.store.ReportStore;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Assessor reports in MongoDB, one document for each revision; nothing of them is announced. */
final class MongoReportStore implements ReportStore {

    private final MongoCollection<Document> reports;

    MongoReportStore(MongoCollection<Document> reports) {
        this.reports = reports;
    }

    @Override
    public Optional<AssessmentReport> find(UUID id, VisibleProviders visible) {
        return Optional.ofNullable(reports.find(and(eq(Writes.ID, id.toString()), only(visible)))
                        .first())
                .map(ReportDocuments::report);
    }

    @Override
    public List<AssessmentReport> list(Query query, VisibleProviders visible) {
        var filters = new ArrayList<Bson>(List.of(only(visible)));
        query.provider().ifPresent(ukprn -> filters.add(eq(ReportDocuments.PROVIDER, ukprn.value())));
        query.after().ifPresent(id -> filters.add(gt(Writes.ID, id.toString())));
        if (query.signedOnly()) {
            filters.add(eq(ReportDocuments.SIGNED, true));
        }
        return reports.find(and(filters))
                .sort(Sorts.ascending(Writes.ID))
                .limit(query.limit())
                .map(ReportDocuments::report)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(AssessmentReport report) {
        try {
            reports.insertOne(ReportDocuments.document(report));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean replace(AssessmentReport report) {
        Bson before = and(eq(Writes.ID, report.id().toString()), eq(Writes.VERSION, report.version() - 1));
        return reports.replaceOne(before, ReportDocuments.document(report)).getMatchedCount() > 0;
    }

    private static Bson only(VisibleProviders visible) {
        return visible.only()
                .map(ukprns -> in(
                        ReportDocuments.PROVIDER,
                        ukprns.stream().map(Ukprn::value).toList()))
                .orElse(empty());
    }
}
