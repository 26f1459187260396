package org.ncsoversight.evidence.together.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.store.CampaignStore;

/** One document per campaign, and one per provider that answered it. */
final class MongoCampaignStore implements CampaignStore {

    private final MongoCollection<Document> campaigns;
    private final MongoCollection<Document> answers;

    MongoCampaignStore(MongoCollection<Document> campaigns, MongoCollection<Document> answers) {
        this.campaigns = campaigns;
        this.answers = answers;
    }

    @Override
    public boolean add(Campaign campaign) {
        return inserted(campaigns, CampaignDocument.of(campaign));
    }

    @Override
    public boolean change(Campaign campaign) {
        var before = and(
                eq("_id", campaign.id().toString()),
                eq(CampaignDocument.VERSION, campaign.version() - 1),
                eq(CampaignDocument.ANSWERED, campaign.answered()));
        return Away.unless(() ->
                campaigns.replaceOne(before, CampaignDocument.of(campaign)).getMatchedCount() == 1);
    }

    @Override
    public boolean takeAnswers(UUID campaign, ProviderId provider) {
        var open = and(
                eq("_id", campaign.toString()),
                eq(CampaignDocument.CLOSED, false),
                eq(CampaignDocument.PROVIDERS, provider.ukprn()));
        return Away.unless(() -> campaigns
                        .updateOne(open, Updates.set(CampaignDocument.ANSWERED, true))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public Optional<Campaign> find(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(
                        campaigns.find(eq("_id", id.toString())).first()))
                .map(CampaignDocument::read)
                .filter(campaign -> campaign.asked().providers().stream().anyMatch(visible::includes));
    }

    @Override
    public Page list(boolean onlyOpen, @Nullable String after, int limit, VisibleProviders visible) {
        var conditions = only(CampaignDocument.PROVIDERS, visible);
        if (onlyOpen) {
            conditions.add(eq(CampaignDocument.CLOSED, false));
        }
        if (after != null) {
            conditions.add(lt(CampaignDocument.LIST_KEY, after));
        }
        return Away.unless(() -> {
            var found = campaigns
                    .find(conditions.isEmpty() ? new Document() : and(conditions))
                    .sort(Sorts.descending(CampaignDocument.LIST_KEY))
                    .limit(limit + 1)
                    .map(CampaignDocument::read)
                    .into(new ArrayList<>());
            boolean more = found.size() > limit;
            return new Page(List.copyOf(more ? found.subList(0, limit) : found), more);
        });
    }

    @Override
    public boolean answer(CampaignAnswer answer) {
        var document = CampaignDocument.of(answer);
        if (answer.version() == 1) {
            return inserted(answers, document);
        }
        var before = and(eq("_id", document.getString("_id")), eq(CampaignDocument.VERSION, answer.version() - 1));
        return Away.unless(() -> answers.replaceOne(before, document).getMatchedCount() == 1);
    }

    @Override
    public List<CampaignAnswer> answers(UUID campaign, VisibleProviders visible) {
        var conditions = only(CampaignDocument.PROVIDER, visible);
        conditions.add(eq(CampaignDocument.CAMPAIGN, campaign.toString()));
        return answers(and(conditions));
    }

    @Override
    public List<CampaignAnswer> answersOf(ProviderId provider, Collection<UUID> wanted, VisibleProviders visible) {
        if (!visible.includes(provider)) {
            return List.of();
        }
        return answers(in(
                "_id",
                wanted.stream()
                        .map(campaign -> CampaignDocument.idOf(campaign, provider))
                        .toList()));
    }

    private List<CampaignAnswer> answers(Bson condition) {
        return Away.unless(
                () -> answers.find(condition).map(CampaignDocument::readAnswer).into(new ArrayList<>()));
    }

    private static List<Bson> only(String field, VisibleProviders visible) {
        var conditions = new ArrayList<Bson>();
        visible.onlyThese()
                .ifPresent(providers -> conditions.add(
                        in(field, providers.stream().map(ProviderId::ukprn).toList())));
        return conditions;
    }

    private static boolean inserted(MongoCollection<Document> collection, Document document) {
        return Away.unless(() -> {
            try {
                collection.insertOne(document);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }
}
