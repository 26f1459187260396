package org.ncsoversight.feedback.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.SectionScore;
import org.ncsoversight.feedback.security.VisibleProviders;
import org.ncsoversight.feedback.viewing.FeedbackView;

/** What people look at, read from MongoDB. */
final class MongoFeedbackView implements FeedbackView {

    private final MongoTotals totals;
    private final MongoCollection<Document> shops;
    private final MongoCollection<Document> imports;

    MongoFeedbackView(MongoDatabase database) {
        totals = new MongoTotals(database);
        shops = database.getCollection(MongoConfiguration.SHOPS);
        imports = database.getCollection(MongoImportStore.IMPORTS);
    }

    @Override
    public List<MonthCount> months(VisibleProviders visible) {
        return totals.months(visible);
    }

    @Override
    public List<ShopLine> shops(VisibleProviders visible, int limit) {
        return shops.find(Visibility.of(visible, "ukprn"))
                .sort(Sorts.descending("shopDate", "_id"))
                .limit(limit)
                .map(MongoFeedbackView::shopLine)
                .into(new ArrayList<>());
    }

    @Override
    public List<ImportLine> imports(VisibleProviders visible, int limit) {
        return imports.find(
                        and(in("state", State.REFUSED.name(), State.APPLIED.name()), Visibility.of(visible, "owner")))
                .projection(Projections.exclude("badRows"))
                .sort(Sorts.descending("startedAt", "_id"))
                .limit(limit)
                .map(ImportDocument::read)
                .map(file -> new ImportLine(
                        file.id().value(),
                        file.startedAt(),
                        file.owner(),
                        file.state() == State.REFUSED,
                        file.counts().rows(),
                        file.counts().rejected()))
                .into(new ArrayList<>());
    }

    private static ShopLine shopLine(Document document) {
        var shop = ShopDocument.read(document);
        return new ShopLine(
                shop.id().value(),
                shop.provider(),
                shop.shopDate(),
                shop.wave(),
                shop.sections().stream().mapToInt(SectionScore::score).sum(),
                shop.sections().stream().mapToInt(SectionScore::maxScore).sum());
    }
}
