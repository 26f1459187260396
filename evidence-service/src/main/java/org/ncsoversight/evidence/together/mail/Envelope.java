package org.ncsoversight.evidence.together.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Writes a letter as the standards of e-mail want it. */
final class Envelope {

    private Envelope() {}

    /** Its id is the message's, so that receivers can tell a repeat. */
    static MimeMessage of(Letter letter, String from) throws MessagingException {
        var message = new WithLastingId(letter.id());
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Jakarta Mail makes a new id whenever a message is saved. */
    private static final class WithLastingId extends MimeMessage {

        private final String id;

        WithLastingId(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@ncs-oversight>");
        }
    }
}
