package org.ncsoversight.evidence;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence packs over HTTP and GridFS, out and in again. */
class PackIT extends RunningService {

    private static final String API = "/api/evidence/packs";

    @Autowired
    private MongoDatabase database;

    @Test
    void a_pack_brings_back_what_was_lost_and_again_changes_nothing() throws Exception {
        String id = accepted("99000008", "Übersicht 概要.txt");
        byte[] pack =
                download(API + "?provider=99000008&criterion=4.3", assessor()).body();
        loseFilesOf(id, "99000008");
        database.getCollection("evidence").deleteOne(eq("_id", id));

        var first = post(API, lead("99000008"), "application/zip", pack);
        var again = post(API, system("99000008"), "application/zip", pack);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(JSON.readTree(first.body()).get("trusted").asBoolean()).isTrue();
        assertThat(JSON.readTree(first.body()).get("added").get(0).asString()).isEqualTo(id);
        assertThat(JSON.readTree(again.body()).get("unchanged").get(0).asString())
                .isEqualTo(id);
        assertThat(download(API + "?criterion=4.3", lead("99000008")).body()).isEqualTo(pack);
        assertThat(names(pack))
                .contains("4.3/" + id + "/files/Übersicht 概要.txt")
                .last()
                .isEqualTo("manifest.json");
        assertThat(get("/evidence/" + id, lead("99000008"), "text/html").body())
                .contains("Imported from another installation");
    }

    @Test
    void the_pages_choose_download_and_import() throws Exception {
        String id = accepted("99000009", "notes.txt");
        var form = get("/evidence/packs", lead("99000009"), "text/html").body();
        var response =
                download("/evidence/packs/download?state=accepted&criterion=4.3&criterion=1.7", lead("99000009"));
        var wrong = get("/evidence/packs/download?criterion=x", lead("99000009"), "text/html");

        assertThat(form).contains("Download the pack", "state-accepted", "criterion-4-3");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#criteria\"");

        assertThat(get("/evidence/packs/import", lead("99000009"), "text/html").body())
                .contains("name=\"pack\"");
        var imported = post(
                "/evidence/packs/import",
                lead("99000009"),
                "multipart/form-data; boundary=x",
                multipart(response.body()));
        var refused = post(
                "/evidence/packs/import", lead("99000009"), "multipart/form-data; boundary=x", multipart(new byte[9]));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        assertThat(imported.body()).contains("Here already").doesNotContain(id);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#pack\"", "not downloaded completely");
    }

    @Test
    void only_those_who_submit_for_the_provider_import_and_nobody_reads_anothers() throws Exception {
        accepted("99000006", "notes.txt");
        byte[] pack = download(API + "?provider=99000006", assessor()).body();

        assertThat(post(API, Tokens.ofProvider("provider-contributor", "99000006"), "application/zip", pack)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(API, assessor(), "application/zip", pack).statusCode()).isEqualTo(403);
        var others = post(API, otherLead(), "application/zip", pack);
        assertThat(others.statusCode()).isEqualTo(422);
        assertThat(others.body()).contains("another-provider");
        assertThat(get(API + "?provider=99000006", otherLead(), "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(API + "?provider=99000006", Tokens.ofAssessor("99000002"), "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(API, assessor(), "application/json").body()).contains("provider-not-a-ukprn");
    }

    @Test
    void a_pack_that_cannot_be_finished_is_cut_off_and_not_made_to_look_complete() throws Exception {
        loseFilesOf(accepted("99000007", "notes.txt"), "99000007");

        assertThatThrownBy(() -> download(API, lead("99000007"))).isInstanceOf(IOException.class);
    }

    private String accepted(String ukprn, String file) throws Exception {
        var id = UUID.randomUUID();
        submit(id, lead(ukprn), file, "What clients said".getBytes(StandardCharsets.UTF_8));
        decide(id, "acceptance", assessor(), "{}");
        return id.toString();
    }

    private void loseFilesOf(String id, String ukprn) throws Exception {
        var item = JSON.readTree(get("/api/evidence/items/" + id, lead(ukprn), "application/json")
                .body());
        for (var file : item.get("files")) {
            String name = file.get("file").asString();
            database.getCollection("files.files").deleteOne(eq("_id", name));
            database.getCollection("files.chunks").deleteMany(eq("files_id", name));
        }
    }

    private static byte[] multipart(byte[] pack) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"pack\"; filename=\"pack.zip\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(pack);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static List<String> names(byte[] pack) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String lead(String ukprn) {
        return Tokens.ofProvider("provider-lead", ukprn);
    }

    private static String system(String ukprn) {
        return Tokens.ofProvider("provider-system", ukprn);
    }
}
