package org.ncsoversight.tables.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell as a person sees it, be it typed or computed. */
final class Shown {

    private static final BigDecimal FIRST_DAY = BigDecimal.ONE;
    /** 31 December 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    /** Spreadsheet programs believe that there was a 29 February 1900. */
    private static final int NO_SUCH_DAY = 60;

    /** Formats that have a number instead of words, by what a workbook may leave out of its list. */
    private static final Set<Integer> FORMATS_OF_DAYS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    private static final Pattern NOT_A_CODE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");
    private static final Pattern ZEROS = Pattern.compile("(0+)(?:\\.(0{1,15}))?");

    private final boolean from1904;

    Shown(boolean from1904) {
        this.from1904 = from1904;
    }

    SheetCell cell(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return SheetCell.EMPTY;
        }
        if (cell.getValue() instanceof BigDecimal number
                && (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA)) {
            return number(number, cell);
        }
        return SheetCell.of(Escapes.read(String.valueOf(cell.getText())));
    }

    private SheetCell number(BigDecimal number, Cell cell) {
        boolean day = number.compareTo(FIRST_DAY) >= 0 && number.compareTo(LAST_DAY) <= 0;
        @Nullable String format = cell.getDataFormatString();
        @Nullable Integer id = cell.getDataFormatId();
        boolean dated = (id != null && FORMATS_OF_DAYS.contains(id)) || (format != null && isOfDays(format));
        return new SheetCell(
                text(number, format), day ? Optional.of(day(number.intValue())) : Optional.empty(), dated && day);
    }

    private LocalDate day(int number) {
        if (from1904) {
            return DAY_ZERO_OF_1904.plusDays(number);
        }
        return DAY_ZERO.plusDays(number < NO_SUCH_DAY ? number + 1 : number);
    }

    private static boolean isOfDays(String format) {
        String codes = NOT_A_CODE.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return codes.contains("yy") || (codes.contains("d") && codes.contains("m"));
    }

    /** With the zeros that the format shows, as in codes; no format takes a digit away. */
    private static String text(BigDecimal number, @Nullable String format) {
        String plain = Figure.plain(number);
        var zeros = ZEROS.matcher(format == null ? "" : format);
        if (!zeros.matches() || number.signum() < 0) {
            return plain;
        }
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String places = point < 0 ? "" : plain.substring(point + 1);
        @Nullable String shownPlaces = zeros.group(2);
        int wantedPlaces = shownPlaces == null ? 0 : shownPlaces.length();
        String allPlaces = places + "0".repeat(Math.max(0, wantedPlaces - places.length()));
        return "0".repeat(Math.max(0, Math.min(zeros.group(1).length(), 15) - whole.length()))
                + whole
                + (allPlaces.isEmpty() ? "" : "." + allPlaces);
    }
}
