package org.ncsoversight.evidence.together.mail;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands letters to an SMTP server, and waits only so long for it. */
final class SmtpPost implements Post {

    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final String from;

    SmtpPost(MailSettings settings) {
        from = settings.from();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        String username = settings.username();
        boolean signsIn = username != null && !username.isBlank();
        if (signsIn) {
            server.setUsername(username);
            server.setPassword(settings.password());
        }
        var properties = server.getJavaMailProperties();
        String timeout = Long.toString(settings.timeout().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", Boolean.toString(signsIn));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }

    @Override
    public Outcome send(Letter letter) {
        try {
            server.send(Envelope.of(letter, from));
            return new Outcome.HandedOver();
        } catch (MessagingException | MailException e) {
            return new Outcome.Refused(e.getClass().getSimpleName());
        }
    }
}
