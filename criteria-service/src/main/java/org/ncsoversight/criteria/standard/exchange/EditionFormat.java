package org.ncsoversight.criteria.standard.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.guidance.Lines;
import org.ncsoversight.criteria.standard.messages.PortableFile;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.tables.TableFormat;
import tools.jackson.core.JacksonException;

/** The forms in which a whole edition leaves and comes back. */
public enum EditionFormat {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final byte[] ZIP = {'P', 'K'};
    private static final int START_IN_BYTES = 1 << 10;
    private static final Pattern TABLE = Pattern.compile(
            "(?:\u00EF\u00BB\u00BF)?(?:sep=.)?[\\s,;]*\"?" + EditionTable.COLUMNS.getFirst() + "\"?\\s*[,;\\t]",
            Pattern.CASE_INSENSITIVE);

    private final String mediaType;

    EditionFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EditionFormat> parse(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    /** Which of them a file looks like, whatever its name; absent for anything else. */
    public static Optional<EditionFormat> of(byte[] file) throws DamagedFile {
        if (file.length > ZIP.length && file[0] == ZIP[0] && file[1] == ZIP[1]) {
            return Optional.of(XLSX);
        }
        // Whatever letters are in it, these are written in the same bytes.
        String start = new String(file, 0, Math.min(file.length, START_IN_BYTES), StandardCharsets.ISO_8859_1);
        if (TABLE.matcher(start).lookingAt()) {
            return Optional.of(CSV);
        }
        return Lines.text(file).stripLeading().startsWith("{") ? Optional.of(JSON) : Optional.empty();
    }

    public byte[] write(PortableEdition edition) {
        return switch (this) {
            case JSON -> PortableFile.write(edition).getBytes(StandardCharsets.UTF_8);
            case CSV -> EditionSheet.write(TableFormat.CSV, EditionTable.rows(edition));
            case XLSX -> EditionSheet.write(TableFormat.XLSX, EditionTable.rows(edition));
        };
    }

    /** Reads an edition and refuses one that is not whole, with the line if the form has lines. */
    public PortableEdition read(byte[] file) throws DamagedFile {
        return switch (this) {
            case JSON -> json(file);
            case CSV, XLSX -> EditionTable.edition(EditionSheet.read(file));
        };
    }

    private static PortableEdition json(byte[] file) throws DamagedFile {
        try {
            return PortableFile.read(Lines.text(file));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new DamagedFile(line, "not-an-edition", "Not an edition as JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new DamagedFile(1, "not-whole", "Not a whole edition: " + e.getMessage());
        }
    }
}
