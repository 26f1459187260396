package org.ncsoversight.evidence.exchange.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ncsoversight.evidence.exchange.pack.PackSelection;
import org.ncsoversight.evidence.exchange.pack.PackSettings;
import org.ncsoversight.evidence.exchange.store.ImportedItems;
import org.ncsoversight.evidence.exchange.unpacking.ImportPack;
import org.ncsoversight.evidence.exchange.unpacking.KeepPackedItem;
import org.ncsoversight.evidence.exchange.unpacking.PackFiles;
import org.ncsoversight.evidence.exchange.unpacking.PackRules;
import org.ncsoversight.evidence.files.FileRules;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.intake.Fixture;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.presentation.ItemWords;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.InMemoryProviders;
import org.ncsoversight.evidence.store.InMemoryFileScans;
import org.ncsoversight.evidence.underway.Progress;
import org.springframework.util.unit.DataSize;

/** One installation of the platform, as far as packs need it, in memory. */
public final class Installation {

    public final Fixture world = new Fixture();
    final InMemoryFileScans scans = new InMemoryFileScans(ScanState.UNSCANNED);
    public final Map<EvidenceId, ImportedItems.Imported> imported = new LinkedHashMap<>();
    private final WritePack write;
    private final ImportPack importPack;

    public Installation(String key) {
        this(key, DataSize.ofMegabytes(1));
    }

    public Installation(String key, DataSize unpacked) {
        var settings = new PackSettings(key, DataSize.ofMegabytes(1), unpacked, 50, DataSize.ofKilobytes(50), 1);
        write = new WritePack(
                world.store,
                world.files,
                scans,
                new PackHtml(world.standard, new InMemoryProviders(), new Words(), new ItemWords()),
                settings);
        importPack = new ImportPack(
                settings,
                new KeepPackedItem(
                        world.store,
                        new PackFiles(world.rules, world.keepFiles, world.files),
                        new PackRules(world.reader, world.standard),
                        new Imports(),
                        world.clock));
    }

    private final class Imports implements ImportedItems {

        @Override
        public void keep(Imported one) {
            imported.putIfAbsent(one.evidence(), one);
        }

        @Override
        public Optional<Imported> find(EvidenceId evidence) {
            return Optional.ofNullable(imported.get(evidence));
        }
    }

    /** An item that was sent twice, with a file of each revision and one of both, and then accepted. */
    public Evidence accepted(String title, String... codes) throws IOException {
        var id = new EvidenceId(UUID.randomUUID());
        var first = files(id, "survey.txt", "first of " + title, "notes.txt", "notes");
        var submitted = Evidence.submit(
                id,
                Samples.NORTHMOOR,
                Samples.content(codes),
                first,
                Evidence.Step.first(Samples.LEAD, Samples.NOON),
                UUID.randomUUID());
        world.store.add(submitted);
        var returned = submitted
                .evidence()
                .giveBack("Too old", Samples.ASSESSOR, Samples.NOON.plusSeconds(1), UUID.randomUUID());
        world.store.change(returned);
        var second = new ArrayList<EvidenceFile>(files(id, "Survey.txt", "second of " + title));
        second.add(first.get(1));
        var again = returned.evidence()
                .resubmit(
                        Samples.content(codes),
                        second,
                        "Newer",
                        Samples.LEAD,
                        Samples.NOON.plusSeconds(2),
                        UUID.randomUUID());
        world.store.change(again);
        var accepted = again.evidence().accept(Samples.ASSESSOR, Samples.NOON.plusSeconds(3), UUID.randomUUID());
        world.store.change(accepted);
        return accepted.evidence();
    }

    private List<EvidenceFile> files(EvidenceId id, String... namesAndTexts) throws IOException {
        var received = new ArrayList<ReceivedFile>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            received.add(Fixture.file(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        var typed = new ArrayList<FileRules.Typed>();
        for (var file : received) {
            typed.addAll(world.rules.check(List.of(file)).files());
        }
        var kept = world.keepFiles.keep(id, typed);
        world.files.finish(kept.upload());
        return kept.files();
    }

    public byte[] pack(String... codes) throws IOException {
        var out = new ByteArrayOutputStream();
        write.write(
                new PackSelection(
                        Samples.NORTHMOOR,
                        null,
                        Arrays.stream(codes).map(CriterionCode::new).collect(Collectors.toCollection(TreeSet::new)),
                        new TreeSet<>(List.of(EvidenceState.ACCEPTED, EvidenceState.SUBMITTED))),
                Callers.assessor("all").visible(),
                out);
        return out.toByteArray();
    }

    public ImportPack.Result take(byte[] pack) throws IOException {
        return take(pack, "99000001");
    }

    public ImportPack.Result take(byte[] pack, String ukprn) throws IOException {
        var file = Files.createTempFile("test-", ".zip");
        Files.write(file, pack);
        return take(() -> file, ukprn);
    }

    public Optional<ImportPack.Received> receive(ImportPack.Source source) throws IOException {
        return importPack.receive(source);
    }

    public ImportPack.Result take(ImportPack.Source source, String ukprn) throws IOException {
        var lead = Callers.lead(ukprn);
        try (var received = receive(source).orElseThrow()) {
            return importPack.take(
                    received,
                    new ImportPack.Importer(lead.person(), lead.organisation().orElseThrow(), lead.visible()),
                    new Progress());
        }
    }

    /** An item that nobody has reviewed yet, whatever it says. */
    public Evidence submitted(Content content, String... files) throws IOException {
        var id = new EvidenceId(UUID.randomUUID());
        var submitted = Evidence.submit(
                id,
                Samples.NORTHMOOR,
                content,
                files(id, files),
                Evidence.Step.first(Samples.LEAD, Samples.NOON),
                UUID.randomUUID());
        world.store.add(submitted);
        return submitted.evidence();
    }

    Evidence find(EvidenceId id) {
        return world.store.find(id, Callers.assessor("all").visible()).orElseThrow();
    }

    String text(EvidenceFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        world.files.read(file.id(), 0, file.sizeInBytes(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    public static ImportPack.Report imported(ImportPack.Result result) {
        return ((ImportPack.Result.Imported) result).report();
    }

    /** What is in a pack, in its order. */
    public static Map<String, byte[]> entries(byte[] pack) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
