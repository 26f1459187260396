package org.ncsoversight.evidence.exchange.unpacking;

import java.util.Map;
import java.util.Optional;
import org.ncsoversight.evidence.exchange.store.ImportedItems;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.presentation.ItemSection;
import org.ncsoversight.evidence.presenting.Fragment;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Says on the page of an item that it came in a pack, so that what happened there is not taken for what happened here. */
@Component
class ImportedSection implements ItemSection {

    private static final int BEFORE_ALL_OTHERS = 1;

    private final ImportedItems imported;

    ImportedSection(ImportedItems imported) {
        this.imported = imported;
    }

    @Override
    public int order() {
        return BEFORE_ALL_OTHERS;
    }

    @Override
    public Optional<Fragment> section(Evidence evidence, Caller caller) {
        return imported.find(evidence.id())
                // Noted before the item is kept: under an id that was taken it is about nothing of theirs.
                .filter(one -> one.by().belongsTo(evidence.provider()))
                .map(one -> new Fragment("exchange/packing/imported-item", Map.of("imported", one)));
    }
}
