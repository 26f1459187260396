package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.answering.FreshLook;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.Days;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.Edition;

/** A filter in the words of MongoDB; ordered so that an index on provider and one more field serves the usual ones. */
final class FilterConditions {

    private final List<Bson> conditions = new ArrayList<>();

    private FilterConditions() {}

    static List<Bson> of(EvidenceFilter filter, VisibleProviders visible) {
        var all = new FilterConditions();
        visible.onlyThese()
                .ifPresent(providers -> all.conditions.add(
                        in("provider", providers.stream().map(ProviderId::ukprn).toList())));
        all.content(filter);
        all.days(filter);
        if (filter.freshLook() != null) {
            all.conditions.add(needed(filter.freshLook()));
        }
        return all.conditions;
    }

    private void content(EvidenceFilter filter) {
        equal("provider", filter.provider() == null ? null : filter.provider().ukprn());
        if (filter.states().size() == 1) {
            equal("state", filter.states().iterator().next().word());
        } else if (!filter.states().isEmpty()) {
            conditions.add(in(
                    "state", filter.states().stream().map(EvidenceState::word).toList()));
        }
        criteria(filter);
        equal("owner", filter.owner());
        equal("threads", filter.thread() == null ? null : filter.thread().toString());
        filter.words().forEach(word -> equal(EvidenceDocument.WORDS, word));
        equal("voice", filter.voice() == null ? null : filter.voice().word());
        equal("kind", filter.kind() == null ? null : filter.kind().word());
        equal(
                "classification",
                filter.classification() == null ? null : filter.classification().word());
    }

    private void criteria(EvidenceFilter filter) {
        String code = filter.criterion() == null ? null : filter.criterion().value();
        if (filter.edition() == null) {
            equal("criteria", code);
            return;
        }
        var ofEdition = eq("edition", filter.edition());
        conditions.add(elemMatch("references", code == null ? ofEdition : and(ofEdition, eq("code", code))));
    }

    /** The list key starts with the time of submission, so the index that sorts a list also narrows it. */
    private void days(EvidenceFilter filter) {
        atLeast("periodTo", filter.period().from());
        atMost("periodFrom", filter.period().to());
        atLeast("reviewDate", filter.review().from());
        atMost("reviewDate", filter.review().to());
        Days submitted = filter.submitted();
        if (submitted.from() != null) {
            conditions.add(gte(EvidenceDocument.LIST_KEY, startOf(submitted.from())));
        }
        if (submitted.to() != null) {
            conditions.add(lt(EvidenceDocument.LIST_KEY, startOf(submitted.to().plusDays(1))));
        }
    }

    private void equal(String field, @Nullable String value) {
        if (value != null) {
            conditions.add(eq(field, value));
        }
    }

    private void atLeast(String field, @Nullable LocalDate day) {
        if (day != null) {
            conditions.add(gte(field, day.toString()));
        }
    }

    private void atMost(String field, @Nullable LocalDate day) {
        if (day != null) {
            conditions.add(lte(field, day.toString()));
        }
    }

    private static String startOf(LocalDate day) {
        return "%015d".formatted(day.atStartOfDay(England.ZONE).toInstant().toEpochMilli());
    }

    private static Bson needed(FreshLook look) {
        var reasons = new ArrayList<Bson>();
        look.texts().forEach(text -> reasons.add(olderThan(text)));
        for (Edition newer : look.inForce()) {
            var reworked = newer.reworked().stream()
                    .collect(Collectors.groupingBy(
                            Edition.Earlier::edition,
                            Collectors.mapping(earlier -> earlier.criterion().value(), Collectors.toList())));
            reworked.forEach((edition, codes) -> reasons.add(and(
                    elemMatch("references", and(eq("edition", edition), in("code", codes))),
                    ne("references.edition", newer.code()))));
        }
        return reasons.isEmpty() ? eq(EvidenceDocument.ID, "none") : or(reasons);
    }

    private static Bson olderThan(Reference text) {
        return elemMatch(
                "references",
                and(
                        eq("edition", text.edition()),
                        eq("code", text.code().value()),
                        lt("textVersion", text.textVersion())));
    }
}
