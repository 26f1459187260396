package org.ncsoversight.evidence.exchange.unpacking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.evidence.HostileFiles;
import org.ncsoversight.evidence.exchange.pack.PackManifest;
import org.ncsoversight.evidence.exchange.pack.PackRefused;
import org.ncsoversight.evidence.exchange.pack.PackSettings;
import org.ncsoversight.evidence.exchange.pack.PackZip;
import org.ncsoversight.evidence.exchange.packing.Installation;
import org.springframework.util.unit.DataSize;

class HostilePacksTest {

    private static final PackSettings SETTINGS = new PackSettings(
            "", DataSize.ofMegabytes(2_560), DataSize.ofMegabytes(64), 100_000, DataSize.ofMegabytes(4), 2);
    private static final List<String> VALUES =
            List.of("{}", "null", "[]", "1e999999999", "\"x\"", "-1", "9".repeat(900), "{\"a\":[");
    private static final List<String> LISTS = List.of("history", "files", "revisions", "version", "content");

    @TempDir
    private Path folder;

    @Test
    void every_pack_is_read_or_refused() {
        HostileFiles.assertAllReadOrRefused(1_500, HostilePacksTest::next, this::takes);
    }

    private boolean takes(byte[] file) throws IOException {
        var read = new ReadPack(SETTINGS);
        Path pack = Files.write(folder.resolve("pack"), file);
        try {
            read.walk(pack, (path, content) -> {
                if (path.endsWith("item.json")) {
                    new SpooledItem(path, read.item(path, content)).close();
                }
            });
            return !read.verify(pack).entries().isEmpty();
        } catch (PackRefused _) {
            return false;
        }
    }

    private static byte[] next(Random random) {
        if (random.nextInt(3) == 0) {
            return HostileFiles.zip(random);
        }
        byte[] item = list(random, HostileFiles.pick(random, LISTS), Math.min(HostileFiles.count(random), 200_000));
        var entries = new LinkedHashMap<String, byte[]>(Map.of("4.3/x/item.json", item));
        String digest = HexFormat.of().formatHex(PackZip.sha256().digest(item));
        entries.put(PackManifest.NAME, """
            {"format":"%s","formatVersion":%d,"count":1,"criteria":[],"states":[],"leftOut":[],
            "entries":[{"path":"4.3/x/item.json","size":%d,"sha256":"%s"}%s]}\
            """.formatted(
                        PackManifest.FORMAT,
                        PackManifest.FORMAT_VERSION,
                        item.length,
                        digest,
                        repeated(
                                "," + HostileFiles.pick(random, VALUES),
                                random.nextInt(2) * HostileFiles.count(random) / 4))
                .getBytes(StandardCharsets.UTF_8));
        try {
            return HostileFiles.damaged(random, Installation.zip(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] list(Random random, String name, int count) {
        String value = HostileFiles.pick(random, VALUES);
        return "{\"evidence\":\"x\",\"%s\":[%s]}"
                .formatted(name, repeated(value + ",", count) + value)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Not more than the largest item there may be: the test itself has as little memory as what it tests. */
    private static String repeated(String text, int count) {
        return text.repeat(Math.min(count, (4 << 20) / text.length()));
    }
}
