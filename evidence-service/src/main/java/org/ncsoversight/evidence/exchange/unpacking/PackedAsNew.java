package org.ncsoversight.evidence.exchange.unpacking;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.model.Person;

/** An item of a pack nobody vouches for: newly submitted by whoever imports it, the judgement there only told. */
final class PackedAsNew {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private PackedAsNew() {}

    static EvidenceEvent.Submitted submit(
            Evidence there, Content content, List<EvidenceFile> files, Person by, Instant at) {
        var step = new Evidence.Step(1, Action.SUBMITTED, EvidenceState.SUBMITTED, at, by, toldBy(there));
        var item = new Evidence.NewItem(there.id(), there.provider(), content, files, null);
        return Evidence.submit(item, List.of(step), UUID.randomUUID());
    }

    private static String toldBy(Evidence there) {
        var step = there.changeOfState();
        return "Imported from an evidence pack that is not verified. There it was %s by %s on %s."
                .formatted(
                        step.state().word(),
                        step.by().username(),
                        DAY.format(step.at().atZone(England.ZONE)));
    }
}
