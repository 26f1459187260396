package org.ncsoversight.tables.workbook;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Workbooks whose sizes, counts and places are whatever hurts a reader that believes them. */
final class HostileWorkbooks {

    private static final List<String> NUMBERS =
            List.of("1E999999999", "1E-999999999", "1E308", "1E99999", "-0", "1e+2147483647", "", "NaN", "1.5", "9E18");
    private static final List<String> PLACES = List.of(
            "ZZZZZZ2", "XFD2", "XFE2", "A1048576", "A1048577", "AAAAAAA1", "A0", "B2", "$B$2", "B99999999999", "");
    private static final List<String> INDEXES = List.of("0", "1", "199999", "2147483647", "-1", "4294967296", "x");
    private static final List<Integer> COUNTS = List.of(1, 1, 2, 10, 50, 100, 500, 3_000, 40_000);
    private static final List<Function<Random, RawWorkbook>> KINDS = List.of(
            HostileWorkbooks::numbers,
            HostileWorkbooks::places,
            HostileWorkbooks::strings,
            HostileWorkbooks::manyStrings,
            HostileWorkbooks::rows,
            HostileWorkbooks::formulas,
            HostileWorkbooks::tokens,
            HostileWorkbooks::styles,
            HostileWorkbooks::parts,
            HostileWorkbooks::names);

    private HostileWorkbooks() {}

    static byte[] next(Random random) {
        byte[] file = pick(random, KINDS).apply(random).bytes();
        // One file in four is damaged besides.
        for (int i = random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 0; i > 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        return file;
    }

    private static RawWorkbook numbers(Random random) {
        String digits = random.nextInt(20) == 0 ? "9".repeat(pick(random, COUNTS)) : pick(random, NUMBERS);
        return new RawWorkbook().cell("<c r=\"B2\" s=\"%d\"><v>%s</v></c>".formatted(random.nextInt(-1, 3), digits));
    }

    private static RawWorkbook places(Random random) {
        return new RawWorkbook()
                .cell("<c r=\"%s\"><v>1</v></c>".formatted(pick(random, PLACES)).repeat(1 + random.nextInt(3)));
    }

    private static RawWorkbook strings(Random random) {
        return new RawWorkbook().cell("<c r=\"B2\" t=\"s\"><v>%s</v></c>".formatted(pick(random, INDEXES)));
    }

    private static RawWorkbook manyStrings(Random random) {
        String text = "\u20AC" + "y ".repeat(random.nextInt(200));
        int count = pick(random, COUNTS);
        var strings = new StringBuilder();
        for (int i = 0; i < count; i++) {
            strings.append("<si><t>")
                    .append(i)
                    .append(random.nextBoolean() ? text : "")
                    .append("</t></si>");
        }
        return new RawWorkbook()
                .strings(strings.toString())
                .cell("<c t=\"s\"><v>%d</v></c>"
                        .formatted(random.nextInt(count + 1))
                        .repeat(pick(random, COUNTS)));
    }

    private static RawWorkbook rows(Random random) {
        String row = pick(
                random,
                List.of(
                        "<row/>",
                        "<row r=\"1048576\"><c><v>1</v></c></row>",
                        "<row r=\"0\"/>",
                        "<row r=\"9\"><c r=\"XFD9\"/></row>",
                        "<row><row r=\"7\"></row></row>",
                        "<row><c><c r=\"ZZZZZZ1\"/></c></row>",
                        "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>"));
        return new RawWorkbook().rows(row.repeat(pick(random, COUNTS)));
    }

    private static RawWorkbook formulas(Random random) {
        String base = "<c r=\"A2\"><f t=\"%s\" ref=\"A2:XFD9\" si=\"%d\">%s</f><v>1</v></c>"
                .formatted(
                        random.nextBoolean() ? "shared" : "array",
                        random.nextInt(2),
                        "B2+".repeat(pick(random, COUNTS) / 10));
        String others = "<c><f t=\"shared\" si=\"0\"/><v>1</v></c>".repeat(pick(random, COUNTS) / 4);
        return new RawWorkbook().cell(base.repeat(1 + random.nextInt(600)) + others);
    }

    private static RawWorkbook tokens(Random random) {
        String endless =
                pick(random, List.of("a", "<", "&#65;", "]]>", "--", "\u00E9")).repeat(pick(random, COUNTS) * 10);
        String around = pick(
                random,
                List.of(
                        "<c r=\"B2\" t=\"%s\"/>",
                        "<c t=\"str\"><v>%s</v></c>",
                        "<c t=\"str\"><v><![CDATA[%s]]></v></c>",
                        "<!-- %s -->",
                        "<?x %s?>",
                        "<x:%s/>",
                        "<!DOCTYPE %s>"));
        return new RawWorkbook().cell(around.formatted(endless));
    }

    private static RawWorkbook styles(Random random) {
        String style = pick(random, List.of("<xf numFmtId=\"%d\"/>", "<numFmt numFmtId=\"%d\" formatCode=\"yy\"/>"));
        return new RawWorkbook()
                .part(
                        "xl/styles.xml",
                        "<styleSheet><cellXfs>"
                                + style.formatted(random.nextInt(200)).repeat(pick(random, COUNTS))
                                + "</cellXfs></styleSheet>")
                .cell("<c s=\"%d\"><v>%s</v></c>".formatted(random.nextInt(-2, 300), pick(random, NUMBERS)));
    }

    private static RawWorkbook parts(Random random) {
        var workbook = new RawWorkbook();
        for (int i = random.nextInt(2_000); i > 0; i--) {
            workbook.part("xl/part" + i + ".xml", "<a/>");
        }
        int blanksInMiB = random.nextInt(10) == 0 ? 40 : 1;
        return workbook.part("xl/blank.xml", ("<a>" + " ".repeat(1 << 10) + "</a>").repeat(blanksInMiB << 8));
    }

    private static RawWorkbook names(Random random) {
        var names = new StringBuilder();
        for (int i = pick(random, COUNTS); i > 0; i--) {
            names.append(random.nextBoolean() ? "<n" + i + "/>" : "<a xmlns:n" + i + "=\"u" + i + "\">");
        }
        return new RawWorkbook().rows(names.toString());
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
