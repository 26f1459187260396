package org.ncsoversight.evidence.exchange.unpacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.exchange.pack.PackJson;
import org.ncsoversight.evidence.exchange.pack.PackManifest;
import org.ncsoversight.evidence.exchange.pack.PackZip;
import org.ncsoversight.evidence.exchange.packing.Installation;
import org.springframework.util.unit.DataSize;

class RefusingPacksTest {

    private final Installation here = new Installation("key");
    private final Installation there = new Installation("key");
    private byte[] pack;
    private Map<String, byte[]> entries;
    private String file;

    @BeforeEach
    void packed() throws IOException {
        here.accepted("one", "4.3");
        pack = here.pack();
        entries = Installation.entries(pack);
        file = entries.keySet().stream()
                .filter(path -> path.endsWith("/files/Survey.txt"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_changed_file_is_named() throws IOException {
        entries.put(file, "other".getBytes(StandardCharsets.UTF_8));

        assertRefused(Installation.zip(entries), "entry-changed", file);
    }

    @Test
    void a_missing_an_added_and_a_late_entry_are_named() throws IOException {
        var bytes = entries.remove(file);
        assertRefused(Installation.zip(entries), "entry-missing", file);

        entries.put("later.txt", bytes);
        assertRefused(Installation.zip(entries), "manifest-not-last", "later.txt");

        var manifest = entries.remove("manifest.json");
        entries.put(file, bytes);
        entries.put("manifest.json", manifest);
        assertRefused(Installation.zip(entries), "entry-not-listed", "later.txt");
    }

    @Test
    void a_download_that_broke_off_is_noticed_wherever_it_broke() throws IOException {
        for (int length : new int[] {0, 10, pack.length / 3, pack.length / 2, pack.length - 2500}) {
            var result = there.take(Arrays.copyOf(pack, length));

            assertThat(result).as(length + " bytes").isInstanceOf(ImportPack.Result.Refused.class);
        }
        entries.remove("manifest.json");
        assertRefused(Installation.zip(entries), "pack-incomplete", null);
        assertThat(there.world.store.announced()).isEmpty();
    }

    @Test
    void names_that_try_to_be_paths_are_refused() throws IOException {
        for (String name : new String[] {"../evil.txt", "/etc/passwd", "a\\b", "4.3/./x"}) {
            assertRefused(Installation.zip(Map.of(name, "x".getBytes(StandardCharsets.UTF_8))), "entry-name", name);
        }
    }

    @Test
    void what_unpacks_to_more_than_the_limit_is_given_up() throws IOException {
        var small = new Installation("key", DataSize.ofKilobytes(100));

        var result = small.take(Installation.zip(Map.of("bomb.txt", new byte[1 << 20])));

        assertThat(((ImportPack.Result.Refused) result).why().code()).isEqualTo("unpacked-too-large");
    }

    @Test
    void more_entries_than_the_limit_are_given_up() throws IOException {
        for (int i = 0; i < 60; i++) {
            entries.put("entry-" + i, new byte[0]);
        }
        entries.remove("manifest.json");
        var result = there.take(Installation.zip(entries));

        assertThat(((ImportPack.Result.Refused) result).why().code()).isEqualTo("entries-too-many");
    }

    @Test
    void a_pack_of_another_provider_is_refused() throws IOException {
        assertThat(there.take(pack, "99000002")).isEqualTo(new ImportPack.Result.AnotherProvider("99000001"));
    }

    @Test
    void an_item_whose_words_were_changed_is_refused_even_with_a_manifest_to_match() throws IOException {
        var item = entries.keySet().stream()
                .filter(path -> path.endsWith("item.json"))
                .findFirst()
                .orElseThrow();
        var changed = new String(entries.get(item), StandardCharsets.UTF_8).replace("What clients said", "Praise");
        entries.put(item, changed.getBytes(StandardCharsets.UTF_8));
        remake();

        assertRefused(Installation.zip(entries), "content-hash", item);
        assertThat(there.world.store.announced()).isEmpty();
    }

    @Test
    void a_manifest_made_by_somebody_without_the_key_is_not_trusted() throws IOException {
        var item = entries.keySet().stream()
                .filter(path -> path.endsWith("item.json"))
                .findFirst()
                .orElseThrow();
        var changed = new String(entries.get(item), StandardCharsets.UTF_8).replace("Too old", "Very good");
        entries.put(item, changed.getBytes(StandardCharsets.UTF_8));
        remake();

        assertThat(Installation.imported(there.take(Installation.zip(entries))).trusted())
                .isFalse();
    }

    @Test
    void a_manifest_that_lists_without_end_is_given_up_before_it_is_read() throws IOException {
        String nothings = "{\"entries\":[" + "{},".repeat(200_000) + "{}]}";

        assertRefused(
                Installation.zip(Map.of("manifest.json", nothings.getBytes(StandardCharsets.UTF_8))),
                "manifest-too-long",
                "manifest.json");
    }

    @Test
    void a_pack_that_finds_no_place_is_not_put_on_disk() throws IOException {
        var spooled = new ArrayList<String>();
        try (var _ = there.receive(() -> Files.createTempFile("pack-", ".zip")).orElseThrow()) {
            var second = there.receive(() -> {
                spooled.add("second");
                return Files.createTempFile("pack-", ".zip");
            });

            assertThat(second).isEmpty();
            assertThat(spooled).isEmpty();
        }

        assertThat(there.take(pack)).isInstanceOf(ImportPack.Result.Imported.class);
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        assertRefused("not a zip".getBytes(StandardCharsets.UTF_8), "pack-incomplete", null);
    }

    /** The manifest as a forger would write it: all hashes right, the signature an old one. */
    private void remake() throws IOException {
        var old = PackJson.MAPPER.readValue(entries.remove("manifest.json"), PackManifest.class);
        var listed = old.entries().stream()
                .map(entry -> {
                    byte[] bytes = entries.get(entry.path());
                    return new PackManifest.Entry(
                            entry.path(),
                            bytes.length,
                            HexFormat.of().formatHex(PackZip.sha256().digest(bytes)));
                })
                .toList();
        var made = new PackManifest(
                old.format(),
                old.formatVersion(),
                old.ukprn(),
                old.edition(),
                old.criteria(),
                old.states(),
                old.items(),
                old.leftOut(),
                old.count(),
                listed,
                old.signature());
        entries.put("manifest.json", PackJson.MAPPER.writeValueAsBytes(made));
    }

    private void assertRefused(byte[] wrong, String code, String entry) throws IOException {
        var result = there.take(wrong);

        assertThat(result).isInstanceOf(ImportPack.Result.Refused.class);
        var why = ((ImportPack.Result.Refused) result).why();
        assertThat(why.code()).isEqualTo(code);
        assertThat(why.entry()).isEqualTo(entry);
    }
}
