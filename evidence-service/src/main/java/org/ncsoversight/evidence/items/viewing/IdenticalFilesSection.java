package org.ncsoversight.evidence.items.viewing;

import java.util.Map;
import java.util.Optional;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.presentation.ItemSection;
import org.ncsoversight.evidence.items.store.HeldFiles;
import org.ncsoversight.evidence.presenting.Fragment;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Tells a provider where else it sent the same file; it may be meant, so nothing is refused. */
@Component
class IdenticalFilesSection implements ItemSection {

    private static final int RIGHT_BELOW_THE_ITEM = 5;

    private final HeldFiles held;

    IdenticalFilesSection(HeldFiles held) {
        this.held = held;
    }

    @Override
    public int order() {
        return RIGHT_BELOW_THE_ITEM;
    }

    @Override
    public Optional<Fragment> section(Evidence evidence, Caller caller) {
        if (!caller.person().belongsTo(evidence.provider())) {
            return Optional.empty();
        }
        var places = held.elsewhere(evidence, caller.visible());
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Fragment("items/viewing/identical-files", Map.of("evidence", evidence, "places", places)));
    }
}
