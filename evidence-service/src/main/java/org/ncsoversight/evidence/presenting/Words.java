package org.ncsoversight.evidence.presenting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.model.Voice;
import org.springframework.stereotype.Component;

/** How pages write dates, sizes and voices; templates know it as {@code @words}. */
@Component("words")
public class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' h:mma", Locale.UK);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss 'on' d MMMM uuuu", Locale.UK);
    private static final long KILO = 1024;
    private static final int GROUP_LENGTH = 8;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("application/pdf", "PDF"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel workbook"),
            Map.entry(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "PowerPoint presentation"),
            Map.entry("application/vnd.oasis.opendocument.text", "OpenDocument text"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet"),
            Map.entry("application/vnd.oasis.opendocument.presentation", "OpenDocument presentation"),
            Map.entry("text/plain", "Plain text"),
            Map.entry("text/csv", "CSV"),
            Map.entry("image/png", "PNG image"),
            Map.entry("image/jpeg", "JPEG image"));

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String time(Instant instant) {
        String text = TIME.format(instant.atZone(England.ZONE));
        return text.substring(0, text.length() - 2)
                + text.substring(text.length() - 2).toLowerCase(Locale.UK);
    }

    /** As exact as somebody needs who waits for it to move on. */
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(England.ZONE));
    }

    public String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO
                ? Math.round((double) bytes / KILO) + "KB"
                : "%.1fMB".formatted((double) bytes / (KILO * KILO));
    }

    public String type(String mediaType) {
        return TYPES.getOrDefault(mediaType, mediaType);
    }

    public String voice(Voice voice) {
        return switch (voice) {
            case MANAGER -> "Managers";
            case STAFF -> "Staff";
            case CLIENT -> "Clients";
            case PARTNER -> "Partners and networks";
        };
    }

    public List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** A fingerprint in pieces, so that it can be read aloud and breaks across lines. */
    public List<String> groups(String hexadecimal) {
        var groups = new ArrayList<String>();
        for (int i = 0; i < hexadecimal.length(); i += GROUP_LENGTH) {
            groups.add(hexadecimal.substring(i, Math.min(i + GROUP_LENGTH, hexadecimal.length())));
        }
        return groups;
    }
}
