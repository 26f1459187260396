package org.ncsoversight.evidence.together.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.People;
import org.ncsoversight.evidence.together.model.Asked;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;

/** Campaigns and answers as documents. */
final class CampaignDocument {

    static final String VERSION = "version";
    static final String PROVIDERS = "providers";
    static final String PROVIDER = "provider";
    static final String CAMPAIGN = "campaign";
    static final String ANSWERED = "answered";
    static final String CLOSED = "closed";
    static final String LIST_KEY = "listKey";

    private CampaignDocument() {}

    static Document of(Campaign campaign) {
        var asked = campaign.asked();
        return new Document("_id", campaign.id().toString())
                .append(VERSION, campaign.version())
                .append(LIST_KEY, campaign.listKey())
                .append(ANSWERED, campaign.answered())
                .append(CLOSED, campaign.closed())
                .append(
                        PROVIDERS,
                        asked.providers().stream().map(ProviderId::ukprn).toList())
                .append("title", asked.title())
                .append("request", asked.request())
                .append("edition", asked.edition())
                .append(
                        "criteria",
                        asked.criteria().stream().map(CriterionCode::value).toList())
                .append("dueOn", asked.dueOn().toString())
                .append(
                        "history",
                        campaign.history().stream().map(CampaignDocument::step).toList());
    }

    static Campaign read(Document document) {
        var asked = new Asked(
                document.getString("title"),
                document.getString("request"),
                document.getString("edition"),
                document.getList("criteria", String.class).stream()
                        .map(CriterionCode::new)
                        .collect(Collectors.toCollection(TreeSet::new)),
                LocalDate.parse(document.getString("dueOn")),
                document.getList(PROVIDERS, String.class).stream()
                        .map(ProviderId::new)
                        .toList());
        return new Campaign(
                UUID.fromString(document.getString("_id")),
                document.getLong(VERSION),
                asked,
                document.getBoolean(ANSWERED, false),
                document.getBoolean(CLOSED, false),
                document.getList("history", Document.class).stream()
                        .map(CampaignDocument::step)
                        .toList());
    }

    /** One answer of a provider to a campaign, found by both together. */
    static String idOf(UUID campaign, ProviderId provider) {
        return campaign + "/" + provider.ukprn();
    }

    static Document of(CampaignAnswer answer) {
        return new Document("_id", idOf(answer.campaign(), answer.provider()))
                .append(VERSION, answer.version())
                .append(CAMPAIGN, answer.campaign().toString())
                .append(PROVIDER, answer.provider().ukprn())
                .append(
                        "given",
                        answer.given().stream().map(CampaignDocument::given).toList());
    }

    static CampaignAnswer readAnswer(Document document) {
        return new CampaignAnswer(
                UUID.fromString(document.getString(CAMPAIGN)),
                new ProviderId(document.getString(PROVIDER)),
                document.getList("given", Document.class).stream()
                        .map(CampaignDocument::given)
                        .toList());
    }

    private static Document step(Campaign.Step step) {
        var document = People.append(
                new Document(VERSION, step.version())
                        .append("deed", step.deed().word())
                        .append("dueOn", step.dueOn().toString())
                        .append("at", Date.from(step.at())),
                step.by());
        Optional.ofNullable(step.reason()).ifPresent(reason -> document.append("reason", reason));
        return document;
    }

    private static Campaign.Step step(Document document) {
        return new Campaign.Step(
                document.getLong(VERSION),
                Campaign.Deed.of(document.getString("deed")).orElseThrow(),
                LocalDate.parse(document.getString("dueOn")),
                document.getDate("at").toInstant(),
                People.read(document),
                document.getString("reason"));
    }

    private static Document given(CampaignAnswer.Given given) {
        var document = People.append(new Document("at", Date.from(given.at())), given.by());
        Optional.ofNullable(given.reply().evidence()).ifPresent(item -> document.append("evidence", item.toString()));
        Optional.ofNullable(given.reply().nothingBecause()).ifPresent(reason -> document.append("nothing", reason));
        return document;
    }

    private static CampaignAnswer.Given given(Document document) {
        return new CampaignAnswer.Given(
                new CampaignAnswer.Reply(
                        Optional.ofNullable(document.getString("evidence"))
                                .map(id -> new EvidenceId(UUID.fromString(id)))
                                .orElse(null),
                        document.getString("nothing")),
                document.getDate("at").toInstant(),
                People.read(document));
    }
}
