package org.ncsoversight.evidence.exchange.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.pack.PackItems;
import org.ncsoversight.evidence.exchange.pack.PackJson;
import org.ncsoversight.evidence.exchange.pack.PackManifest;
import org.ncsoversight.evidence.exchange.pack.PackSelection;
import org.ncsoversight.evidence.exchange.pack.PackSettings;
import org.ncsoversight.evidence.exchange.pack.PackZip;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.EvidenceStore.Slice;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Streams evidence as a ZIP: item by item, file by file, the list of all last, so that an interrupted one shows. */
@Component
public class WritePack {

    private static final Logger log = LoggerFactory.getLogger(WritePack.class);
    private static final int PAGE_LENGTH = 50;

    /** Windows ends paths at 259 characters, of which the folder somebody unpacks to takes its part. */
    private static final int LONGEST_PATH_IN_CHARACTERS = 150;

    private final EvidenceStore evidence;
    private final FileStore files;
    private final FileScans scans;
    private final PackHtml html;
    private final PackSettings settings;

    WritePack(EvidenceStore evidence, FileStore files, FileScans scans, PackHtml html, PackSettings settings) {
        this.evidence = evidence;
        this.files = files;
        this.scans = scans;
        this.html = html;
        this.settings = settings;
    }

    void write(PackSelection selection, VisibleProviders visible, OutputStream out) throws IOException {
        var index = new ArrayList<PackHtml.Row>();
        var leftOut = new ArrayList<PackManifest.LeftOut>();
        var zip = new PackZip(out);
        @Nullable
        EvidenceState state =
                selection.states().size() == 1 ? selection.states().first() : null;
        var filter = new EvidenceFilter(selection.provider(), null, state);
        @Nullable String after = null;
        do {
            var page = evidence.list(filter, new Slice(EvidenceStore.Order.OLDEST_FIRST, after, PAGE_LENGTH), visible);
            for (Evidence item : page.items()) {
                if (selection.includes(item)) {
                    write(item, selection, zip, index, leftOut);
                }
            }
            after = page.next().orElse(null);
        } while (after != null);
        zip.text("index.html", bytes(html.index(selection, index, leftOut)));
        var manifest = PackManifest.of(selection, index.size(), leftOut, zip.entries());
        zip.last(
                PackManifest.NAME,
                PackJson.MAPPER.writeValueAsBytes(
                        settings.signs() ? manifest.signedWith(settings.sharedKey()) : manifest));
        log.atInfo()
                .addKeyValue("ukprn", selection.provider())
                .addKeyValue("items", index.size())
                .log("Evidence pack sent");
    }

    private void write(
            Evidence item,
            PackSelection selection,
            PackZip zip,
            List<PackHtml.Row> index,
            List<PackManifest.LeftOut> leftOut)
            throws IOException {
        var byId = filesOf(item);
        Optional<FileScan> withheld = scans.of(byId.keySet()).values().stream()
                .filter(scan -> !scan.state().mayLeave())
                .findFirst();
        if (withheld.isPresent()) {
            leftOut.add(new PackManifest.LeftOut(
                    item.id().toString(), "file " + withheld.get().state().word()));
            return;
        }
        String folder = selection.criteriaOf(item).first() + "/" + item.id();
        var paths = paths(item, folder);
        zip.text(folder + "/item.json", PackJson.MAPPER.writeValueAsBytes(PackItems.pack(item, paths)));
        for (var path : paths.entrySet()) {
            EvidenceFile file = Objects.requireNonNull(byId.get(path.getKey()));
            zip.file(path.getValue(), file.name(), to -> files.read(file.id(), 0, file.sizeInBytes(), to));
        }
        zip.text(folder + "/index.html", bytes(html.item(item, paths)));
        index.add(PackHtml.Row.of(item, selection, folder));
    }

    /** All that was ever sent, each once. */
    private static Map<UUID, EvidenceFile> filesOf(Evidence item) {
        var files = new LinkedHashMap<UUID, EvidenceFile>();
        item.files().forEach(file -> files.put(file.id(), file));
        item.revisions().forEach(revision -> revision.files().forEach(file -> files.putIfAbsent(file.id(), file)));
        return files;
    }

    /** What counts now beside the item; what was sent earlier in a folder of its revision. */
    static Map<UUID, String> paths(Evidence item, String folder) {
        var paths = new LinkedHashMap<UUID, String>();
        addPaths(paths, folder + "/files/", item.files());
        for (var revision : item.revisions()) {
            addPaths(paths, "%s/earlier/revision-%d/".formatted(folder, revision.number()), revision.files());
        }
        return paths;
    }

    private static void addPaths(Map<UUID, String> paths, String folder, List<EvidenceFile> files) {
        var names = new SafeNames(LONGEST_PATH_IN_CHARACTERS - folder.length());
        for (EvidenceFile file : files) {
            paths.computeIfAbsent(file.id(), _ -> folder + names.next(file.name()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
