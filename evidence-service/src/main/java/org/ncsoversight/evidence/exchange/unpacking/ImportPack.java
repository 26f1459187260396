package org.ncsoversight.evidence.exchange.unpacking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.exchange.pack.PackManifest;
import org.ncsoversight.evidence.exchange.pack.PackRefused;
import org.ncsoversight.evidence.exchange.pack.PackSettings;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.underway.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a pack in: verified to its last byte before anything is kept, then item by item; the same pack again changes nothing. */
@Component
public class ImportPack {

    private static final Logger log = LoggerFactory.getLogger(ImportPack.class);
    private static final String ITEM = "/item.json";

    /** Who imports, for which provider. */
    public record Importer(Person person, ProviderId provider, VisibleProviders visible) {}

    /** An item that stays as it was, and why. */
    public record Left(String evidence, String reason) {}

    /**
     * What became of a pack.
     *
     * @param trusted whether it was signed with the shared key, so that states were taken over
     */
    public record Report(boolean trusted, List<String> added, List<String> unchanged, List<Left> left) {}

    /** Every way an import can end. */
    public sealed interface Result {

        record Imported(Report report) implements Result {}

        record Refused(PackRefused why) implements Result {}

        record AnotherProvider(String ukprn) implements Result {}
    }

    /** Where the pack comes from; it is put on disk only once there is a place for it. */
    @FunctionalInterface
    public interface Source {
        Path received() throws IOException;
    }

    /** A pack on disk and the place it takes, until it is closed. */
    public final class Received implements AutoCloseable {

        private final Path pack;

        private Received(Path pack) {
            this.pack = pack;
        }

        @Override
        public void close() throws IOException {
            places.release();
            Files.deleteIfExists(pack);
        }
    }

    private final PackSettings settings;
    private final KeepPackedItem keep;
    private final ReadPack read;
    private final Semaphore places;

    public ImportPack(PackSettings settings, KeepPackedItem keep) {
        this.settings = settings;
        this.keep = keep;
        this.read = new ReadPack(settings);
        this.places = new Semaphore(settings.importsAtOnce());
    }

    /** A place is one pack on disk, so it is taken before the first byte of the pack is; empty when there is none. */
    public Optional<Received> receive(Source source) throws IOException {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Received(source.received()));
        } catch (IOException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    public Result take(Received received, Importer importer, Progress progress) throws IOException {
        Path pack = received.pack;
        try {
            var manifest = read.verify(pack);
            if (!importer.provider().ukprn().equals(manifest.ukprn())) {
                return new Result.AnotherProvider(manifest.ukprn());
            }
            var listed =
                    manifest.entries().stream().map(PackManifest.Entry::unnamed).collect(Collectors.toSet());
            read.walk(pack, (path, content) -> check(path, content, manifest.ukprn(), listed));
            progress.of(Math.toIntExact(manifest.entries().stream()
                    .filter(entry -> entry.path().endsWith(ITEM))
                    .count()));
            boolean trusted = settings.signs() && manifest.isSignedWith(settings.sharedKey());
            var walk = new Walk(trusted, importer, progress);
            read.walk(pack, walk::visit);
            walk.end();
            var report = walk.report();
            log.atInfo()
                    .addKeyValue("ukprn", importer.provider())
                    .addKeyValue("trusted", trusted)
                    .addKeyValue("added", report.added().size())
                    .log("Evidence pack imported");
            return new Result.Imported(report);
        } catch (PackRefused e) {
            return new Result.Refused(e);
        }
    }

    /** So that a pack that is wrong in its last item leaves nothing behind. */
    private void check(String path, InputStream content, String ukprn, Set<PackManifest.Entry> listed)
            throws IOException, PackRefused {
        if (!path.endsWith(ITEM)) {
            return;
        }
        try (var item = new SpooledItem(path, read.item(path, content))) {
            if (!KeepPackedItem.read(item).provider().ukprn().equals(ukprn)) {
                throw ReadPack.refused("another-provider", path, "belongs to another provider than the pack");
            }
            for (var file : item.wanted()) {
                var entry = new PackManifest.Entry(file.path(), file.size(), file.sha256());
                if (!listed.contains(entry)) {
                    throw ReadPack.refused("entry-changed", file.path(), "does not match what its item says");
                }
            }
        }
    }

    /** One item at a time: its JSON comes first, then its files. */
    private final class Walk {

        private final boolean trusted;
        private final Importer importer;
        private final Progress progress;
        private final List<String> added = new ArrayList<>();
        private final List<String> unchanged = new ArrayList<>();
        private final List<Left> left = new ArrayList<>();
        private Optional<SpooledItem> current = Optional.empty();

        Walk(boolean trusted, Importer importer, Progress progress) {
            this.trusted = trusted;
            this.importer = importer;
            this.progress = progress;
        }

        void visit(String path, InputStream content) throws IOException, PackRefused {
            try {
                if (path.endsWith(ITEM)) {
                    end();
                    current = Optional.of(new SpooledItem(path, read.item(path, content)));
                } else if (current.isPresent() && current.get().wants(path)) {
                    read.copy(content, current.get().place(path));
                }
            } catch (IOException | PackRefused | RuntimeException e) {
                drop();
                throw e;
            }
        }

        void end() throws IOException, PackRefused {
            if (current.isEmpty()) {
                return;
            }
            try (var item = current.get()) {
                switch (keep.keep(item, trusted, importer)) {
                    case KeepPackedItem.Result.Added() -> added.add(item.id());
                    case KeepPackedItem.Result.Unchanged() -> unchanged.add(item.id());
                    case KeepPackedItem.Result.Left(var reason) -> left.add(new Left(item.id(), reason));
                }
                progress.oneMore();
            } finally {
                current = Optional.empty();
            }
        }

        private void drop() throws IOException {
            if (current.isPresent()) {
                current.get().close();
                current = Optional.empty();
            }
        }

        Report report() {
            return new Report(trusted, List.copyOf(added), List.copyOf(unchanged), List.copyOf(left));
        }
    }
}
