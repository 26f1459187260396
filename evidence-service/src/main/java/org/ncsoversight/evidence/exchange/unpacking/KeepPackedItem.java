package org.ncsoversight.evidence.exchange.unpacking;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ncsoversight.evidence.exchange.pack.PackItem;
import org.ncsoversight.evidence.exchange.pack.PackItems;
import org.ncsoversight.evidence.exchange.pack.PackRefused;
import org.ncsoversight.evidence.exchange.store.ImportedItems;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.ContentHash;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.springframework.stereotype.Component;

/** Keeps one item of a pack: as it is where the pack is trusted, else as newly submitted with what was judged there said. */
@Component
public class KeepPackedItem {

    /** Every way keeping an item can end. */
    sealed interface Result {

        record Added() implements Result {}

        record Unchanged() implements Result {}

        record Left(String reason) implements Result {}
    }

    private final EvidenceStore store;
    private final PackFiles files;
    private final PackRules rules;
    private final ImportedItems imported;
    private final Clock clock;

    public KeepPackedItem(EvidenceStore store, PackFiles files, PackRules rules, ImportedItems imported, Clock clock) {
        this.store = store;
        this.files = files;
        this.rules = rules;
        this.imported = imported;
        this.clock = clock;
    }

    public Result keep(SpooledItem spooled, boolean trusted, ImportPack.Importer importer)
            throws IOException, PackRefused {
        var there = read(spooled);
        var earlier = store.find(there.id(), importer.visible());
        if (earlier.isPresent()) {
            return compare(earlier.get(), there, trusted);
        }
        if (!rules.knowAllCriteriaOf(there)) {
            return new Result.Left("it answers a criterion that is not known here");
        }
        if (!trusted && !there.state().awaitsReview() && !speaks(there)) {
            return new Result.Left("it is " + there.state().word() + " there");
        }
        try {
            return add(spooled, there, trusted, importer);
        } catch (PackRefused e) {
            return new Result.Left(e.words());
        }
    }

    private Result add(SpooledItem spooled, Evidence there, boolean trusted, ImportPack.Importer importer)
            throws IOException, PackRefused {
        EvidenceEvent event;
        PackFiles.Kept kept;
        if (trusted) {
            kept = files.keep(there.id(), spooled.files());
            event = new EvidenceEvent.Imported(UUID.randomUUID(), read(spooled, kept.byPath()), clock.instant());
        } else {
            var current = current(spooled);
            var owner = importer.person().username();
            var content = rules.read(there.content(), current, owner, spooled.entry());
            kept = files.keep(there.id(), current);
            event = PackedAsNew.submit(
                    there, content, kept.of(spooled.item().files()), importer.person(), clock.instant());
        }
        // First, so that no crash leaves an item that does not say where it came from; without its item it shows
        // nowhere.
        imported.keep(new ImportedItems.Imported(
                there.id(), clock.instant(), importer.person(), there.state().word(), trusted));
        if (!store.add(event)) {
            files.abandon(kept);
            return store.find(there.id(), importer.visible())
                    .map(now -> compare(now, there, trusted))
                    .orElse(new Result.Left("its id is taken"));
        }
        files.finish(kept);
        return new Result.Added();
    }

    /** Where nobody vouches for the pack its states count for nothing. */
    private static Result compare(Evidence here, Evidence there, boolean trusted) {
        if (!here.latestRevision().contentHash().equals(there.latestRevision().contentHash())) {
            return new Result.Left("something else is kept under its id here");
        }
        return trusted && here.state() != there.state()
                ? new Result.Left("it is kept as it is here, which differs: it is %s here and %s there"
                        .formatted(here.state().word(), there.state().word()))
                : new Result.Unchanged();
    }

    private static boolean speaks(Evidence there) {
        return there.state() == EvidenceState.ACCEPTED;
    }

    private static Map<PackItem.File, Path> current(SpooledItem spooled) throws PackRefused {
        var current = new LinkedHashMap<>(spooled.files());
        var paths = spooled.item().files().stream().map(PackItem.File::path).toList();
        current.keySet().removeIf(file -> !paths.contains(file.path()));
        return current;
    }

    /** Looks at an item before anything of its pack is kept. */
    static Evidence read(SpooledItem spooled) throws PackRefused {
        var files = new HashMap<String, EvidenceFile>();
        for (var file : spooled.wanted()) {
            files.put(
                    file.path(),
                    new EvidenceFile(UUID.randomUUID(), file.name(), file.type(), file.size(), file.sha256()));
        }
        return read(spooled, files);
    }

    /** Makes sure that what its hashes promise is what it says. */
    private static Evidence read(SpooledItem spooled, Map<String, EvidenceFile> filesByPath) throws PackRefused {
        try {
            var item = PackItems.unpack(spooled.item(), filesByPath);
            for (Revision revision : item.revisions()) {
                if (!ContentHash.of(revision.content(), revision.files()).equals(revision.contentHash())) {
                    throw ReadPack.refused(
                            "content-hash", spooled.entry(), "does not say what its hash of the content says");
                }
            }
            return item;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw ReadPack.refused("item-not-readable", spooled.entry(), "is not an item that can be kept here");
        }
    }
}
