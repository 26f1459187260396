package org.ncsoversight.evidence.planning.improving;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.EvidenceStore.Slice;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** Which voices a provider's criteria lack, as accepted evidence that is current today. */
@Component
public class Gaps {

    private static final int PAGE_LENGTH = 200;

    /** A criterion and a voice nobody speaks with for it; its key is what a form sends. */
    public record Gap(CriterionCode criterion, Voice voice) {

        public String key() {
            return criterion + ":" + voice.word();
        }
    }

    private final EvidenceStore store;
    private final EditionInForce inForce;

    Gaps(EvidenceStore store, EditionInForce inForce) {
        this.store = store;
        this.inForce = inForce;
    }

    public List<Gap> of(ProviderId provider, Edition edition, VisibleProviders visible) {
        var covered = covered(provider, edition, visible);
        return edition.criteria().stream()
                .flatMap(criterion -> criterion.voices().stream().map(voice -> new Gap(criterion.code(), voice)))
                .filter(gap -> !covered.contains(gap))
                .toList();
    }

    private Set<Gap> covered(ProviderId provider, Edition edition, VisibleProviders visible) {
        var filter = new EvidenceFilter(provider, null, EvidenceState.ACCEPTED);
        var covered = new HashSet<Gap>();
        @Nullable String after = null;
        do {
            var page = store.list(filter, new Slice(EvidenceStore.Order.NEWEST_FIRST, after, PAGE_LENGTH), visible);
            page.items().forEach(item -> covered.addAll(spokenFor(item, edition)));
            after = page.next().orElse(null);
        } while (after != null);
        return covered;
    }

    private List<Gap> spokenFor(Evidence item, Edition edition) {
        var content = item.content();
        return content.reviewDate().isBefore(inForce.today())
                ? List.of()
                : content.references().stream()
                        .filter(reference -> reference.edition().equals(edition.code()))
                        .map(reference -> new Gap(reference.code(), content.voice()))
                        .toList();
    }
}
