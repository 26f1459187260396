package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.evidence.together.reminding.SendDigests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Being reminded of review dates, by e-mail and on the page. */
class RemindersIT extends RunningService {

    private static final String PATH = "/api/evidence/reminders";
    private static final String JSON_TYPE = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String anna = "anna-" + UUID.randomUUID();
    private final String ukprn = "99000001";

    @Autowired
    private SendDigests digests;

    @Value("${evidence.mail.folder}")
    private Path folder;

    @Test
    void the_owner_gets_one_e_mail_and_the_home_page_says_it_too() throws Exception {
        var item = UUID.randomUUID();
        var soon = LocalDate.now(ZoneId.of("Europe/London")).plusDays(3);
        var submitted = item(item)
                .replaceFirst(
                        "\"reviewDate\":\"[^\"]*\"", "\"reviewDate\":\"" + soon + "\",\"owner\":\"" + anna + "\"");
        assertThat(post("/api/evidence/items", anna(), JSON_TYPE, submitted).statusCode())
                .isEqualTo(201);

        digests.writeToEverybody();
        digests.writeToEverybody();

        assertThat(textsTo(anna)).hasSize(1);
        assertThat(textsTo(anna).getFirst())
                .contains("Survey of clients", "in 3 days", "http://localhost:8080/evidence/" + item);
        var home = get("/evidence/home", anna(), "text/html").body();
        assertThat(home).containsPattern("[0-9]+ items? reach(es)? (its|their) review date within 30 days");
        var link = home.replaceAll("(?s).*href=\"(/evidence\\?[^\"]*reviewTo=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(get(link, anna(), "text/html").body()).contains("/evidence/" + item);
    }

    @Test
    void how_often_is_chosen_on_the_page() throws Exception {
        assertThat(page("/evidence/reminders")).containsPattern("value=\"daily\"[^>]*checked");

        var saved = post("/evidence/reminders", anna(), FORM, "frequency=weekly");
        var wrong = post("/evidence/reminders", anna(), FORM, "frequency=hourly");

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/evidence/reminders?saved=true");
        assertThat(page("/evidence/reminders?saved=true"))
                .contains("Your choice is saved", anna + "@example.org")
                .containsPattern("value=\"weekly\"[^>]*checked");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("<title>Error: ", "href=\"#frequency\"", "id=\"frequency\"");
    }

    @Test
    void programs_choose_it_too_and_the_second_of_two_is_told() throws Exception {
        var before = get(PATH, anna(), JSON_TYPE);
        assertThat(before.body()).isEqualTo("{\"frequency\":\"daily\"}");
        var seen = before.headers().firstValue("ETag").orElseThrow();

        assertThat(put(PATH, anna(), "{\"frequency\":\"none\"}", seen).statusCode())
                .isEqualTo(200);
        assertThat(put(PATH, anna(), "{\"frequency\":\"weekly\"}", seen).statusCode())
                .isEqualTo(412);
        assertThat(put(PATH, anna(), "{\"frequency\":\"often\"}", "*").statusCode())
                .isEqualTo(422);
        assertThat(get(PATH, anna(), JSON_TYPE).body()).contains("none");
    }

    private String anna() {
        return Tokens.token(anna, "provider-lead", Map.of("ukprn", ukprn, "email", anna + "@example.org"));
    }

    private String page(String path) throws Exception {
        var response = get(path, anna(), "text/html");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private List<String> textsTo(String name) throws Exception {
        var texts = new ArrayList<String>();
        for (Path file : letters()) {
            try (var stream = Files.newInputStream(file)) {
                var message = new MimeMessage(Session.getInstance(new Properties()), stream);
                if (message.getAllRecipients()[0].toString().equals(name + "@example.org")) {
                    texts.add(message.getContent().toString());
                }
            }
        }
        return texts;
    }

    private List<Path> letters() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }
}
