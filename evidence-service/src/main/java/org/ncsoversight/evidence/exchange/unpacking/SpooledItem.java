package org.ncsoversight.evidence.exchange.unpacking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ncsoversight.evidence.exchange.pack.PackItem;
import org.ncsoversight.evidence.exchange.pack.PackRefused;

/** One item of a pack with its files on disk, until it is kept. */
final class SpooledItem implements AutoCloseable {

    private final String entry;
    private final PackItem item;
    private final Map<String, PackItem.File> wanted = new LinkedHashMap<>();
    private final Map<String, Path> places = new LinkedHashMap<>();

    SpooledItem(String entry, PackItem item) throws PackRefused {
        this.entry = entry;
        this.item = item;
        try {
            Stream.concat(
                            item.files().stream(),
                            item.revisions().stream().flatMap(revision -> revision.files().stream()))
                    .forEach(file -> wanted.putIfAbsent(file.path(), file));
        } catch (NullPointerException e) {
            throw ReadPack.refused("item-not-readable", entry, "lacks files or revisions");
        }
    }

    String entry() {
        return entry;
    }

    String id() {
        return item.evidence();
    }

    PackItem item() {
        return item;
    }

    boolean wants(String path) {
        return wanted.containsKey(path);
    }

    /** A name of ours: what the pack calls it never becomes a path. */
    Path place(String path) throws IOException {
        var place = Files.createTempFile("pack-", ".file");
        places.put(path, place);
        return place;
    }

    /** Every file the item names, each once. */
    Collection<PackItem.File> wanted() {
        return wanted.values();
    }

    /** Every file the item names, each where it waits. */
    Map<PackItem.File, Path> files() throws PackRefused {
        var files = new LinkedHashMap<PackItem.File, Path>();
        for (var file : wanted.values()) {
            var place = places.get(file.path());
            if (place == null) {
                throw ReadPack.refused("entry-missing", file.path(), "does not follow its item");
            }
            files.put(file, place);
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        for (Path place : places.values()) {
            Files.deleteIfExists(place);
        }
    }
}
