package org.ncsoversight.evidence.together.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Letters arrive as they were written, whichever way they go. */
class PostTest {

    private static final Letter LETTER = new Letter(
            "2026-11-23-anna",
            "anna@example.org",
            "Überprüfung – 7 days",
            "Café “Łódź”\n\nhttp://localhost:8080/evidence/reminders\n",
            Instant.parse("2026-11-23T07:00:00Z"));

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    @TempDir
    private Path folder;

    @Test
    void a_letter_in_the_folder_can_be_opened_and_the_same_one_again_is_no_second() throws Exception {
        var post = new FolderPost(folder.resolve("mail"), "ncs@example.org");

        assertThat(post.send(LETTER)).isEqualTo(new Post.Outcome.HandedOver());
        assertThat(post.send(LETTER)).isEqualTo(new Post.Outcome.HandedOver());

        try (var files = Files.list(folder.resolve("mail"))) {
            assertThat(files).containsExactly(folder.resolve("mail/2026-11-23-anna.eml"));
        }
        try (var file = Files.newInputStream(folder.resolve("mail/2026-11-23-anna.eml"))) {
            assertArrived(new MimeMessage(Session.getInstance(new Properties()), file));
        }
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_said() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");

        assertThat(new FolderPost(folder.resolve("file"), "ncs@example.org").send(LETTER))
                .isInstanceOf(Post.Outcome.Refused.class);
    }

    @Test
    void an_smtp_server_gets_it_whole() throws Exception {
        assertThat(new SmtpPost(settings(SERVER.getSmtp().getPort(), false)).send(LETTER))
                .isEqualTo(new Post.Outcome.HandedOver());

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertArrived(SERVER.getReceivedMessages()[0]);
    }

    @Test
    void nothing_goes_out_unencrypted_where_encryption_is_asked_for() {
        assertThat(new SmtpPost(settings(SERVER.getSmtp().getPort(), true)).send(LETTER))
                .isInstanceOf(Post.Outcome.Refused.class);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_said() {
        int port = SERVER.getSmtp().getPort();
        SERVER.stop();

        assertThat(new SmtpPost(settings(port, false)).send(LETTER)).isInstanceOf(Post.Outcome.Refused.class);
    }

    @Test
    void an_address_that_is_none_is_refused_before_anybody_is_asked() {
        var wrong = new Letter("x", "anna@example.org\r\nBcc: all@example.org", "s", "t", LETTER.at());

        assertThat(new FolderPost(folder, "ncs@example.org").send(wrong))
                .as("no log gets to know the address")
                .isEqualTo(new Post.Outcome.Refused("AddressException"));
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertArrived(MimeMessage message) throws Exception {
        assertThat(message.getSubject()).isEqualTo(LETTER.subject());
        assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(LETTER.text().strip());
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.org");
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("ncs@example.org");
        assertThat(message.getMessageID()).isEqualTo("<2026-11-23-anna@ncs-oversight>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(LETTER.at());
    }

    private MailSettings settings(int port, boolean starttls) {
        return new MailSettings("127.0.0.1", port, "", "", starttls, "ncs@example.org", Duration.ofSeconds(5), folder);
    }
}
