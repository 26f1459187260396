package org.ncsoversight.criteria.standard.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Voice;

/** A document of the published form, told in invented words. */
class ReadingGuidanceTest {

    private static final String LINKS = """
        1.1>3.2 1.1>4.1 1.5>3.1 1.5>4.2 1.8>4.4 3.1>1.5 3.1>4.2 3.2>1.1 3.2>4.1 3.5>2.2 4.1>1.1 4.1>3.2 4.2>1.5 4.2>3.1 \
        4.3>1.1 4.3>1.5 4.3>1.7 4.4>1.8 4.8>1.1 4.8>1.5 4.8>3.2 4.8>4.1 4.8>4.2 4.8>4.3\
        """;

    private final String document = fixture();
    private final Guidance guidance = read(document);

    ReadingGuidanceTest() throws IOException, DamagedFile {}

    @Test
    void twenty_seven_criteria_in_four_elements_are_found() {
        assertThat(guidance.criteria()).hasSize(27);
        assertThat(guidance.elements())
                .extracting(Element::title)
                .containsExactly("LEADERSHIP OF THE HOUSE", "Means", "Work with Visitors", "Getting Better");
        assertThat(guidance.elements()).noneMatch(element -> element.about().isEmpty());
        assertThat(guidance.title()).isEqualTo("The reading house Rules, Guidance for Keepers of Reading Houses");
    }

    @Test
    void the_twenty_four_links_are_found_in_the_text_and_a_mere_mention_is_none() {
        assertThat(guidance.links().stream().map(ReadingGuidanceTest::words).collect(Collectors.joining(" ")))
                .isEqualTo(LINKS);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1,MS", "1.2,MS", "1.3,MS", "1.4,MS", "1.5,M", "1.6,MS", "1.7,SC", "1.8,MSP", "2.1,MS", "2.2,MSC",
        "2.3,MS", "2.4,MS", "2.5,MS", "3.1,MSC", "3.2,MS", "3.3,MSC", "3.4,SC", "3.5,SC", "3.6,SCP", "4.1,MS",
        "4.2,MSC", "4.3,MSC", "4.4,SCP", "4.5,MS", "4.6,MS", "4.7,MSC", "4.8,MS"
    })
    void voices_are_suggested_by_who_is_to_speak(String code, String initials) {
        assertThat(criterion(code).voices().stream()
                        .map(voice -> voice.name().substring(0, 1))
                        .collect(Collectors.joining()))
                .isEqualTo(initials);
    }

    @Test
    void clients_are_suggested_for_4_2_only_where_appropriate() {
        assertThat(guidance.criteria())
                .filteredOn(criterion -> !criterion.whereAppropriate().isEmpty())
                .extracting(criterion -> criterion.code().value())
                .containsExactly("4.2");
        assertThat(criterion("4.2").whereAppropriate()).containsExactly(Voice.CLIENT);
    }

    @Test
    void texts_are_kept_with_their_paragraphs_with_or_without_marks() {
        assertThat(criterion("2.5").title()).isEqualTo("New people are shown around");
        assertThat(criterion("2.5").practice()).startsWith("Think of an ordinary Tuesday");
        assertThat(criterion("1.3").practice().split("\n\n")).hasSize(3);
        assertThat(criterion("1.3").practice()).hasSizeGreaterThan(1_500).doesNotContain("<p>");
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_make_no_difference() throws DamagedFile {
        assertThat(read("\uFEFF" + document.replace("\n", "\r\n"))).isEqualTo(guidance);
    }

    @Test
    void a_row_cut_anywhere_is_refused_with_its_line() {
        int row = lineOf("<p>1.5 ");

        assertDamaged(row, "row-cut", lines -> lines.set(row - 1, cutAt(lines.get(row - 1), "\t")));
        assertDamaged(
                row, "row-cut", lines -> lines.set(row - 1, lines.get(row - 1).substring(0, 30)));
        assertDamaged(
                row, "row-cut", lines -> lines.set(row - 1, lines.get(row - 1).replaceAll(".{20}$", "")));
        assertDamaged(row, "row-cut", lines -> lines.set(row - 1, lines.get(row - 1) + "\tmore"));
        assertDamaged(
                row, "row-cut", lines -> lines.set(row - 1, lines.get(row - 1).replace("\t", "\n")));
        assertDamaged(row + 1, "not-understood", lines -> lines.add(row, "and something that nobody knows"));
    }

    @Test
    void a_row_cut_out_is_refused_where_the_gap_shows() {
        int row = lineOf("<p>1.4 ");

        assertDamaged(row, "criterion-missing", lines -> lines.remove(row - 1));
    }

    @Test
    void a_row_without_marks_that_lost_its_cells_is_refused() {
        int row = lineOf("2.5 ");

        assertDamaged(row, "row-cut", lines -> lines.set(row - 1, cutAt(lines.get(row - 1), "\t")));
    }

    @Test
    void a_row_without_marks_that_ends_in_the_middle_of_a_sentence_is_refused() {
        int row = lineOf("2.5 ");

        assertDamaged(
                row, "row-cut", lines -> lines.set(row - 1, lines.get(row - 1).replaceAll(".{9}$", "")));
    }

    @Test
    void every_paragraph_under_a_heading_is_kept_once_though_it_is_repeated_at_each_page() throws DamagedFile {
        String under = guidance.elements().getFirst().about();

        Guidance told = read(document.replace(under + "\n", under + "\n\nAnd about what follows from that.\n"));

        assertThat(told.elements().getFirst().about()).isEqualTo(under + "\n\nAnd about what follows from that.");
    }

    @Test
    void an_element_missing_is_refused_where_the_next_begins() {
        int second = lineOf("ELEMENT 2");
        int third = lineOf("ELEMENT 3");

        assertDamaged(
                second,
                "element-missing",
                lines -> lines.subList(second - 1, third - 1).clear());
        assertDamaged(second + 1, "not-understood", lines -> lines.remove(second - 1));
        assertDamaged(
                lineOf("<p>2.1 ") - 3,
                "element-missing",
                lines -> lines.subList(second - 1, second + 2).clear());
    }

    @Test
    void an_element_without_rows_is_refused() {
        int row = lineOf("<p>2.1 ");

        assertDamaged(lineOf("ELEMENT 3") - 5, "criterion-missing", lines -> {
            lines.removeIf(line -> line.startsWith("<p>2.") || line.startsWith("2.5 "));
            assertThat(lines).doesNotContain(document.lines().toList().get(row - 1));
        });
    }

    @Test
    void a_code_twice_is_refused_at_the_second() {
        int first = lineOf("<p>1.1 ");

        assertDamaged(first + 1, "code-twice", lines -> lines.add(first, lines.get(first - 1)));
    }

    @Test
    void a_link_to_a_criterion_that_is_not_there_is_refused() {
        assertDamaged(
                lineOf("<p>1.8 "),
                "link-to-nothing",
                lines -> lines.replaceAll(line -> line.replace("to criterion 4.4", "to criterion 4.9")));
    }

    @Test
    void a_row_that_would_fill_the_memory_is_refused() {
        int row = lineOf("<p>1.5 ");

        assertDamaged(row, "row-too-long", lines -> lines.set(row - 1, lines.get(row - 1) + "x".repeat(60_000)));
    }

    @Test
    void what_is_not_utf_8_or_not_text_is_refused_with_its_line() {
        byte[] latin = document.replace("<p>2.1 Rooms", "<p>2.1 R\u00e9oms").getBytes(StandardCharsets.ISO_8859_1);
        String control = document.replace("<p>2.1 Rooms", "<p>2.1 R\u0000oms");

        assertDamaged(lineOf("<p>2.1 "), "not-utf-8", latin);
        assertDamaged(lineOf("<p>2.1 "), "not-text", control.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_at_all_and_something_else_altogether_are_refused() {
        assertDamaged(1, "no-element", new byte[0]);
        assertDamaged(2, "no-element", "Dear all,\nplease find attached".getBytes(StandardCharsets.UTF_8));
    }

    private Criterion criterion(String code) {
        return guidance.criterion(CriterionCode.of(code)).orElseThrow();
    }

    private int lineOf(String beginning) {
        List<String> lines = document.lines().toList();
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith(beginning))
                        .findFirst()
                        .orElseThrow());
    }

    private void assertDamaged(int line, String code, Consumer<List<String>> damage) {
        var lines = new ArrayList<>(document.lines().toList());
        damage.accept(lines);
        assertDamaged(line, code, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertDamaged(int line, String code, byte[] file) {
        DamagedFile damage = catchThrowableOfType(DamagedFile.class, () -> GuidanceReader.read(file));
        assertThat(damage.code() + " in line " + damage.line()).isEqualTo(code + " in line " + line);
    }

    private static String cutAt(String text, String mark) {
        return text.substring(0, text.indexOf(mark));
    }

    private static String words(Link link) {
        return link.from() + ">" + link.to();
    }

    private static Guidance read(String text) throws DamagedFile {
        return GuidanceReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String fixture() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReadingGuidanceTest.class.getResourceAsStream("/guidance/reading-house.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
