package org.ncsoversight.evidence.planning.assessing.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.EvidenceStore.Slice;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.Edition;
import org.springframework.stereotype.Component;

/** Finds what was approved and counted in a report's period, whatever has become of it since, in the words that were approved. */
@Component
public class GatherItems {

    private static final int PAGE_LENGTH = 200;

    private final EvidenceStore store;

    public GatherItems(EvidenceStore store) {
        this.store = store;
    }

    public Map<CriterionCode, List<Report.Item>> of(
            SelfAssessment assessment, Edition edition, VisibleProviders visible) {
        var filter = new EvidenceFilter(assessment.provider(), null, null)
                .in(EnumSet.complementOf(EnumSet.of(EvidenceState.WITHDRAWN)));
        var items = new HashMap<CriterionCode, List<Report.Item>>();
        @Nullable String after = null;
        do {
            var page = store.list(filter, new Slice(EvidenceStore.Order.OLDEST_FIRST, after, PAGE_LENGTH), visible);
            for (var item : page.items()) {
                approvedFor(assessment.period(), item)
                        .ifPresent(content -> codes(content, edition)
                                .forEach(code -> items.computeIfAbsent(code, _ -> new ArrayList<>())
                                        .add(item(item, content))));
            }
            after = page.next().orElse(null);
        } while (after != null);
        return items;
    }

    /** What an assessor approved of it, if that covers a part of the period or was still current in it. */
    static Optional<Content> approvedFor(Period period, Evidence item) {
        return Optional.ofNullable(item.approval())
                .flatMap(approval -> item.revision(approval.revision()))
                .map(Revision::content)
                .filter(content -> !content.period().from().isAfter(period.to())
                        && !lastDay(item, content).isBefore(period.from()));
    }

    private static LocalDate lastDay(Evidence item, Content approved) {
        var covered = approved.period().to();
        var current = approved.reviewDate();
        if (item.state() == EvidenceState.EXPIRED || item.state() == EvidenceState.SUPERSEDED) {
            var ended = England.dayOf(item.changeOfState().at());
            current = ended.isBefore(current) ? ended : current;
        }
        return current.isAfter(covered) ? current : covered;
    }

    private static SortedSet<CriterionCode> codes(Content content, Edition edition) {
        return content.references().stream()
                .filter(reference -> reference.edition().equals(edition.code()))
                .map(Reference::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Report.Item item(Evidence evidence, Content approved) {
        return new Report.Item(
                evidence.id().toString(),
                evidence.version(),
                approved.title(),
                approved.voice().word(),
                approved.period().from(),
                approved.period().to(),
                approved.reviewDate());
    }
}
