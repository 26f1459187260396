package org.ncsoversight.evidence.together.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts letters into a folder, as files that e-mail programs open; the same letter again takes the same place. */
final class FolderPost implements Post {

    private final Path folder;
    private final String from;

    FolderPost(Path folder, String from) {
        this.folder = folder;
        this.from = from;
    }

    /** Complete before it has its name. */
    @Override
    public Outcome send(Letter letter) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "letter-", ".tmp");
            try {
                try (var out = Files.newOutputStream(unfinished)) {
                    Envelope.of(letter, from).writeTo(out);
                }
                Files.move(unfinished, folder.resolve(letter.id() + ".eml"), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return new Outcome.HandedOver();
        } catch (IOException | MessagingException e) {
            return new Outcome.Refused(e.getClass().getSimpleName());
        }
    }
}
