package org.ncsoversight.evidence.exchange.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.exchange.pack.PackJson;
import org.ncsoversight.evidence.exchange.pack.PackManifest;
import org.ncsoversight.evidence.exchange.pack.PackZip;
import org.ncsoversight.evidence.files.FileRules;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.intake.Fixture;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Samples;

class PackRoundTripTest {

    private final Installation here = new Installation("key");
    private final Installation there = new Installation("key");

    @Test
    void a_trusted_pack_gives_the_same_items_on_another_installation() throws IOException {
        var one = here.accepted("one", "1.7", "4.3");
        var two = here.accepted("two", "4.3");
        byte[] pack = here.pack();

        var report = Installation.imported(there.take(pack));

        assertThat(report.trusted()).isTrue();
        assertThat(report.added())
                .containsExactlyInAnyOrder(one.id().toString(), two.id().toString());
        var same = there.find(one.id());
        assertThat(same)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(UUID.class)
                .isEqualTo(one);
        assertThat(same.state()).isEqualTo(EvidenceState.ACCEPTED);
        assertThat(same.changedSinceApproval()).isFalse();
        for (int i = 0; i < one.files().size(); i++) {
            assertThat(there.text(same.files().get(i)))
                    .isEqualTo(here.text(one.files().get(i)));
        }
        EvidenceFile earlier = same.revision(1).orElseThrow().files().getFirst();
        assertThat(there.text(earlier)).isEqualTo("first of one");
        assertThat(there.pack()).as("byte by byte").isEqualTo(pack);
    }

    @Test
    void what_happened_there_is_announced_here_with_the_time_it_was_heard_of() throws IOException {
        here.accepted("one", "4.3");
        there.take(here.pack());

        assertThat(there.world.store.announced()).singleElement().satisfies(event -> {
            assertThat(event).isInstanceOf(EvidenceEvent.Imported.class);
            assertThat(event.recordedAt()).isEqualTo(there.world.clock.instant());
            assertThat(event.occurredAt()).isBefore(event.recordedAt());
        });
        assertThat(there.imported.values()).allSatisfy(one -> {
            assertThat(one.trusted()).isTrue();
            assertThat(one.stateThere()).isEqualTo("accepted");
        });
    }

    @Test
    void without_the_shared_key_items_wait_for_review_and_the_judgement_there_is_only_told() throws IOException {
        var one = here.accepted("one", "4.3");
        var stranger = new Installation("another key");

        var report = Installation.imported(stranger.take(here.pack()));

        var item = stranger.find(one.id());
        assertThat(report.trusted()).isFalse();
        assertThat(item.state()).isEqualTo(EvidenceState.SUBMITTED);
        assertThat(item.approval()).isNull();
        assertThat(item.history()).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(Action.SUBMITTED);
            assertThat(step.by().username()).isEqualTo("lead-99000001");
            assertThat(step.reason()).contains("not verified", "accepted by assessor on 2 November 2026");
        });
        assertThat(item.latestRevision().contentHash())
                .isEqualTo(one.latestRevision().contentHash());
        assertThat(stranger.text(item.files().getFirst())).isEqualTo("second of one");
        assertThat(item.mayBeReviewedBy(one.submitted().by())).isFalse();
    }

    @Test
    void the_same_pack_again_changes_nothing() throws IOException {
        here.accepted("one", "4.3");
        var pack = here.pack();
        for (var installation : List.of(there, new Installation(""))) {
            installation.take(pack);
            int announced = installation.world.store.announced().size();

            var again = Installation.imported(installation.take(pack));

            assertThat(again.added()).isEmpty();
            assertThat(again.unchanged()).hasSize(1);
            assertThat(installation.world.store.announced()).hasSize(announced);
        }
    }

    @Test
    void an_item_that_moved_on_there_stays_as_it_is_here_and_that_is_said() throws IOException {
        var one = here.accepted("one", "4.3");
        there.take(here.pack());
        var item = there.find(one.id());
        there.world.store.change(item.expire("Too old", Samples.NOON.plusSeconds(9), UUID.randomUUID()));

        var again = Installation.imported(there.take(here.pack()));

        assertThat(again.unchanged()).isEmpty();
        assertThat(again.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("expired here", "accepted there"));
    }

    @Test
    void the_same_content_gives_the_same_pack() throws IOException {
        here.accepted("one", "1.7", "4.3");

        assertThat(here.pack()).isEqualTo(here.pack());
    }

    @Test
    void an_item_for_several_criteria_is_there_once_and_named_under_each() throws IOException {
        var one = here.accepted("one", "1.7", "4.3");

        var entries = Installation.entries(here.pack());

        String folder = "1.7/" + one.id();
        assertThat(entries.keySet())
                .containsExactly(
                        folder + "/item.json",
                        folder + "/files/Survey.txt",
                        folder + "/files/notes.txt",
                        folder + "/earlier/revision-1/survey.txt",
                        folder + "/index.html",
                        "index.html",
                        "manifest.json");
        String index = new String(entries.get("index.html"), StandardCharsets.UTF_8);
        assertThat(index)
                .contains("<html lang=\"en\">", "id=\"criterion-1.7\"", "id=\"criterion-4.3\"")
                .contains("href=\"" + folder + "/index.html\"");
        assertThat(index.split("href=\"" + folder))
                .as("once under each criterion")
                .hasSize(3);
        assertThat(Installation.entries(here.pack("4.3")).keySet()).anyMatch(path -> path.startsWith("4.3/"));
    }

    @Test
    void a_pack_unpacks_on_windows_and_says_the_whole_names_of_its_files() throws IOException {
        String name = "Überblick ".repeat(18) + "概.txt";
        var one = submittedWithTwoFilesCalled(name);

        var entries = Installation.entries(here.pack());

        assertThat(entries.keySet())
                .allSatisfy(path -> assertThat(path.length()).isLessThanOrEqualTo(150));
        var manifest = PackJson.MAPPER.readValue(entries.get("manifest.json"), PackManifest.class);
        assertThat(manifest.entries())
                .filteredOn(entry -> entry.path().contains("/files/"))
                .extracting(PackManifest.Entry::name)
                .containsExactly(name, name);
        assertThat(manifest.entries())
                .filteredOn(entry -> !entry.path().contains("/files/"))
                .extracting(PackManifest.Entry::name)
                .containsOnlyNulls();
        assertThat(new String(entries.get("4.3/" + one.id() + "/index.html"), StandardCharsets.UTF_8))
                .contains("概.txt");
    }

    private Evidence submittedWithTwoFilesCalled(String name) throws IOException {
        var id = new EvidenceId(UUID.randomUUID());
        var kept = here.world.keepFiles.keep(
                id,
                List.of(
                        new FileRules.Typed(Fixture.file(name, "one"), "text/plain"),
                        new FileRules.Typed(Fixture.file(name, "two"), "text/plain")));
        here.world.files.finish(kept.upload());
        var submitted = Evidence.submit(
                id,
                Samples.NORTHMOOR,
                Samples.content("4.3"),
                kept.files(),
                Evidence.Step.first(Samples.LEAD, Samples.NOON),
                UUID.randomUUID());
        here.world.store.add(submitted);
        return submitted.evidence();
    }

    @Test
    void a_pack_from_before_names_were_kept_and_paths_were_short_is_taken() throws IOException {
        var one = here.submitted(Samples.content("4.3"), "survey.txt", "one");
        String folder = "4.3/" + one.id();
        String written = WritePack.paths(one, folder).values().iterator().next();
        String before = folder + "/files/" + "survey ".repeat(18) + ".txt";
        assertThat(before.length()).isGreaterThan(150);

        var report = Installation.imported(there.take(asWrittenBefore(here.pack(), written, before)));

        assertThat(report.trusted()).isTrue();
        assertThat(report.added()).containsExactly(one.id().toString());
        assertThat(there.text(there.find(one.id()).files().getFirst())).isEqualTo("one");
    }

    @Test
    void an_item_with_a_file_that_may_not_leave_is_left_out_and_said() throws IOException {
        var one = here.accepted("one", "4.3");
        here.scans.keep(FileScan.first(one.files().getFirst().id(), ScanState.QUARANTINED, Samples.NOON));

        var entries = Installation.entries(here.pack());

        assertThat(entries.keySet()).containsExactly("index.html", "manifest.json");
        assertThat(new String(entries.get("manifest.json"), StandardCharsets.UTF_8))
                .contains(one.id().toString(), "quarantined");
    }

    @Test
    void something_else_under_the_same_id_stays() throws IOException {
        var one = here.accepted("one", "4.3");
        var pack = here.pack();
        there.take(pack);
        var kept = there.find(one.id());
        var changed = kept.resubmit(
                Samples.content("1.7"),
                List.of(),
                "Other",
                one.submitted().by(),
                one.latest().at(),
                UUID.randomUUID());
        there.world.store.change(changed);

        var report = Installation.imported(there.take(pack));

        assertThat(report.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("something else"));
        assertThat(there.find(one.id())).isEqualTo(changed.evidence());
    }

    private static byte[] asWrittenBefore(byte[] pack, String written, String before) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        Installation.entries(pack)
                .forEach((path, bytes) -> entries.put(
                        path.equals(written) ? before : path,
                        path.endsWith("/item.json")
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replace(written, before)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes));
        var now = PackJson.MAPPER.readValue(entries.remove("manifest.json"), PackManifest.class);
        var listed = entries.entrySet().stream()
                .map(entry -> new PackManifest.Entry(
                        entry.getKey(),
                        entry.getValue().length,
                        HexFormat.of().formatHex(PackZip.sha256().digest(entry.getValue()))))
                .toList();
        var manifest = new PackManifest(
                now.format(),
                now.formatVersion(),
                now.ukprn(),
                now.edition(),
                now.criteria(),
                now.states(),
                now.items(),
                now.leftOut(),
                now.count(),
                listed,
                null);
        entries.put("manifest.json", PackJson.MAPPER.writeValueAsBytes(manifest.signedWith("key")));
        return Installation.zip(entries);
    }
}
