package org.ncsoversight.criteria.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.GoldenThread;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.NamedDocument;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;

class ExchangingEditionsTest {

    private static final List<String> TEXTS = List.of(
            "plain",
            "two\n\nparagraphs",
            "=1+1",
            "+44 1632",
            "-",
            "@sum",
            "'quoted'",
            "''",
            "comma, \"quote\" and\nline",
            "<mark>&amp;</mark>",
            "_x000D_ and _x0041_",
            "Gwasanaeth Gyrfaoedd – ŵ ŷ",
            "𝒰𝓃𝒾𝒸ℴ𝒹ℯ 🙂",
            "1.1",
            "0042",
            "true",
            "2026-11-23",
            "\u00a0spaces\u00a0inside\u00a0x",
            "#N/A");

    @ParameterizedTest
    @EnumSource(EditionFormat.class)
    void the_bundled_edition_comes_back_as_it_left(EditionFormat format) throws Exception {
        assertComesBack(PortableEdition.of(PublishBundledEdition.bundled()), format);
    }

    @ParameterizedTest
    @MethodSource
    void any_edition_comes_back_as_it_left(long seed, EditionFormat format) throws DamagedFile {
        assertComesBack(edition(new Random(seed)), format);
    }

    static Stream<Arguments> any_edition_comes_back_as_it_left() {
        return IntStream.range(0, 60)
                .boxed()
                .flatMap(seed ->
                        Stream.of(EditionFormat.values()).map(format -> Arguments.of(seed.longValue(), format)));
    }

    @Test
    void a_spreadsheet_has_nothing_to_calculate() throws IOException {
        PortableEdition bundled = PortableEdition.of(PublishBundledEdition.bundled());
        Contents contents = bundled.contents();
        Criterion first = contents.criteria().getFirst();
        var risky = bundled.withContents(
                contents.withCriteria(List.of(first.withTexts("=cmd|' /C calc'!A0", first.asks(), first.practice()))));

        assertThat(new String(EditionFormat.CSV.write(risky), StandardCharsets.UTF_8))
                .contains("'=cmd")
                .doesNotContain(",=cmd")
                .doesNotContain("\uFEFF");
    }

    @Test
    void a_row_of_csv_that_lost_cells_is_refused_with_its_line() throws IOException {
        String whole = csv();
        int cut = whole.indexOf("criterion,1.2");
        int line = rows(whole.substring(0, cut)) + 1;
        String damaged = whole.substring(0, cut) + "criterion,1.2,Cut" + whole.substring(whole.indexOf("\r\n", cut));

        assertDamaged(line, "row-cut", damaged);
    }

    @Test
    void a_criterion_twice_a_part_unknown_and_other_columns_are_refused_with_their_line() throws IOException {
        String whole = csv();
        String criterion = whole.lines()
                .filter(line -> line.startsWith("criterion,1.2"))
                .findFirst()
                .orElseThrow();

        assertDamaged(1 + rows(whole), "code-twice", whole + criterion + "\r\n");
        assertDamaged(
                1 + rows(whole), "row-not-understood", whole + criterion.replace("criterion,", "riddle,") + "\r\n");
        assertDamaged(1, "missing-columns", whole.replace("part,code", "part,number"));
    }

    @Test
    void json_that_is_no_edition_is_refused() {
        assertDamaged(EditionFormat.JSON, "{\n\"edition\":", "not-an-edition");
        assertDamaged(EditionFormat.JSON, "{}", "not-whole");
        assertDamaged(EditionFormat.JSON, "{\"surprise\":1}", "not-an-edition");
    }

    @Test
    void a_workbook_that_unpacks_to_more_than_it_should_is_refused_before_it_is_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
            var nothing = "<nothing/>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written <= EditionSheet.LARGEST_UNPACKED_IN_BYTES; written += nothing.length) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }

        DamagedFile damage =
                catchThrowableOfType(DamagedFile.class, () -> EditionFormat.XLSX.read(bytes.toByteArray()));

        assertThat(bytes.size()).isLessThan(1024 * 1024);
        assertThat(damage.code()).isEqualTo("unpacks-to-too-much");
    }

    @Test
    void a_zip_that_is_no_workbook_is_refused() {
        assertDamaged(EditionFormat.XLSX, "PK\u0003\u0004 nothing else", "not-a-workbook");
    }

    private static void assertDamaged(int line, String code, String csv) {
        DamagedFile damage = catchThrowableOfType(
                DamagedFile.class, () -> EditionFormat.CSV.read(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(damage.code() + " in line " + damage.line()).isEqualTo(code + " in line " + line);
    }

    private static void assertDamaged(EditionFormat format, String file, String code) {
        DamagedFile damage =
                catchThrowableOfType(DamagedFile.class, () -> format.read(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(damage.code()).isEqualTo(code);
    }

    private static void assertComesBack(PortableEdition edition, EditionFormat format) throws DamagedFile {
        byte[] left = format.write(edition);

        assertThat(EditionFormat.of(left)).contains(format);
        PortableEdition back = format.read(left);
        assertThat(back).isEqualTo(edition);
        assertThat(format.write(back)).isEqualTo(left);
    }

    /** As a spreadsheet program counts them, which shows a text of several lines in one row. */
    private static int rows(String csv) {
        return csv.split("\r\n", -1).length - 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";"})
    void the_delimiter_of_a_table_is_found_out(String delimiter) throws Exception {
        String header = csv().lines().findFirst().orElseThrow();
        byte[] file = (header.replace(",", delimiter) + "\r\nedition" + (delimiter + "x") + delimiter + "Title"
                        + delimiter.repeat(header.split(",", -1).length - 3) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(EditionFormat.of(file)).contains(EditionFormat.CSV);
        assertThat(EditionSheet.read(file))
                .singleElement()
                .satisfies(row -> assertThat(row.get("title")).isEqualTo("Title"));
    }

    private static String csv() throws IOException {
        return new String(
                EditionFormat.CSV.write(PortableEdition.of(PublishBundledEdition.bundled())), StandardCharsets.UTF_8);
    }

    private static PortableEdition edition(Random random) {
        int elements = 1 + random.nextInt(3);
        var criteria = new ArrayList<Criterion>();
        for (int element = 1; element <= elements; element++) {
            for (int number = 1; number <= 1 + random.nextInt(11); number++) {
                criteria.add(criterion(new CriterionCode(element, number), random));
            }
        }
        List<CriterionCode> codes = criteria.stream().map(Criterion::code).toList();
        var contents = new Contents(
                text(random),
                IntStream.rangeClosed(1, elements)
                        .mapToObj(number -> new Element(number, text(random), textOrNone(random)))
                        .toList(),
                criteria,
                some(random, number -> new NamedDocument("document-" + number, text(random), someOf(codes, random))),
                links(codes, random),
                some(
                        random,
                        number -> new GoldenThread(
                                "thread-" + number, text(random), textOrNone(random), someOf(codes, random))),
                some(
                        random,
                        number -> new Measure(
                                "measure-" + number,
                                text(random),
                                someOf(codes, random),
                                random.nextBoolean() ? Measure.Better.HIGHER : Measure.Better.LOWER,
                                random.nextDouble() * 1e6,
                                1 + random.nextInt(100))),
                1 + random.nextInt(Contents.LONGEST_LAPSES_SOON_IN_DAYS));
        Optional<LocalDate> from =
                random.nextBoolean() ? Optional.of(LocalDate.ofEpochDay(random.nextInt(30_000))) : Optional.empty();
        return new PortableEdition(
                new EditionId("edition-" + random.nextInt(99)),
                contents,
                from,
                from.map(day -> day.plusDays(random.nextInt(999))).filter(_ -> random.nextBoolean()),
                mappings(codes, random));
    }

    private static Criterion criterion(CriterionCode code, Random random) {
        List<Voice> voices =
                Stream.of(Voice.values()).filter(_ -> random.nextBoolean()).toList();
        List<Voice> asked = voices.isEmpty() ? List.of(Voice.PARTNER, Voice.MANAGER) : voices;
        return new Criterion(
                code,
                text(random),
                1 + random.nextInt(5),
                text(random),
                textOrNone(random),
                some(random, _ -> text(random)),
                asked,
                random.nextBoolean() ? Set.of(asked.getFirst()) : Set.of(),
                asked.stream().collect(Collectors.toMap(voice -> voice, _ -> some(random, _ -> text(random)))));
    }

    private static List<Link> links(List<CriterionCode> codes, Random random) {
        return codes.stream()
                .flatMap(from -> codes.stream().map(to -> new Link(from, to)))
                .filter(link -> !link.from().equals(link.to()) && random.nextInt(4) == 0)
                .toList();
    }

    private static List<Mapping> mappings(List<CriterionCode> codes, Random random) {
        var earlier = new EditionId("earlier");
        return codes.stream()
                .filter(_ -> random.nextBoolean())
                .map(code -> {
                    List<CriterionCode> to = someOf(codes, random);
                    return new Mapping(earlier, code, to, to.size() > 1 ? Mapping.Kind.SPLIT : Mapping.Kind.MERGED);
                })
                .toList();
    }

    private static <T> List<T> some(Random random, IntFunction<T> one) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(one).toList();
    }

    private static List<CriterionCode> someOf(List<CriterionCode> codes, Random random) {
        List<CriterionCode> some =
                codes.stream().filter(_ -> random.nextInt(3) == 0).toList();
        return some.isEmpty() ? List.of(codes.getLast()) : some;
    }

    private static String text(Random random) {
        String text = TEXTS.get(random.nextInt(TEXTS.size())) + (random.nextBoolean() ? "" : " " + random.nextInt());
        return text.strip();
    }

    private static String textOrNone(Random random) {
        return random.nextInt(3) == 0 ? "" : text(random);
    }
}
