package org.ncsoversight.evidence.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.ncsoversight.tables.workbook.ZipDirectory;

/** Finds a file's type in its content; the name only tells a table from other plain text. */
final class FileTypes {

    static final String UNKNOWN = "application/octet-stream";

    private static final String PLAIN_TEXT = "text/plain";

    /** What the main part of an Office Open XML package is called in its list of contents, and the type of the whole. */
    private static final Map<String, String> OFFICE_OPEN_XML = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private static final String LIST_OF_CONTENTS = "[Content_Types].xml";
    private static final int LIST_OF_CONTENTS_LIMIT_IN_BYTES = 1 << 20;
    /** A document has a part for each of its pictures and little more. */
    private static final int MOST_ENTRIES = 10_000;

    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();

    String typeOf(ReceivedFile file) throws IOException {
        String type = magicTypeOf(file);
        return switch (type) {
            case "application/zip", "application/x-tika-ooxml" -> officeTypeOf(file);
            case PLAIN_TEXT -> textTypeOf(file);
            default -> PlainText.isIn(file, type) ? textTypeOf(file) : type;
        };
    }

    private static String textTypeOf(ReceivedFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : PLAIN_TEXT;
    }

    private String magicTypeOf(ReceivedFile file) throws IOException {
        try (InputStream content = new BufferedInputStream(file.content().open())) {
            return magic.detect(content, new Metadata()).getBaseType().toString();
        }
    }

    /** By the directory at its end, as office programs read it: some write what cannot be read from the start. */
    private static String officeTypeOf(ReceivedFile file) throws IOException {
        Path copy = Files.createTempFile("office-", ".zip");
        try (InputStream content = file.content().open()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            if (!hasFewEntries(copy)) {
                return UNKNOWN;
            }
            try (var zip = new ZipFile(copy.toFile())) {
                ZipEntry list = zip.getEntry(LIST_OF_CONTENTS);
                if (list == null) {
                    return UNKNOWN;
                }
                try (InputStream in = zip.getInputStream(list)) {
                    return mainPartIn(in.readNBytes(LIST_OF_CONTENTS_LIMIT_IN_BYTES));
                }
            }
        } catch (ZipException | IllegalArgumentException | EOFException _) {
            return UNKNOWN; // Damaged, or entry names that are no text: nothing an office program wrote.
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Opening a ZIP reads its whole list of contents into memory. */
    private static boolean hasFewEntries(Path zip) throws IOException {
        try (InputStream content = Files.newInputStream(zip)) {
            return ZipDirectory.hasAtMost(MOST_ENTRIES, content);
        }
    }

    private static String mainPartIn(byte[] listOfContents) {
        String xml = new String(listOfContents, StandardCharsets.UTF_8);
        return OFFICE_OPEN_XML.entrySet().stream()
                .filter(type -> xml.contains("\"" + type.getKey() + "\""))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
