package org.ncsoversight.criteria.standard.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One row of a table in the document: its cells, each with or without marked paragraphs. */
record Cells(int line, List<String> texts, boolean lastIsMarked) {

    private static final int COLUMNS = 3;
    private static final int LONGEST_ROW = 60_000;
    private static final Pattern OPENING = Pattern.compile("<p>");
    private static final Pattern CLOSING = Pattern.compile("</p>");
    private static final Pattern BREAK = Pattern.compile("\\s*<br\\s*/?>\\s*");

    // Also where something is quoted, in brackets or followed by a list.
    private static final String ENDS_A_SENTENCE = ".?!…:;)”’\"'";

    /** What separates paragraphs in our texts. */
    static final String BETWEEN_PARAGRAPHS = "\n\n";

    static Cells of(int line, String row) throws DamagedFile {
        if (row.length() > LONGEST_ROW) {
            throw new DamagedFile(line, "row-too-long", "This row has more than " + LONGEST_ROW + " characters");
        }
        String[] cells = row.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new DamagedFile(
                    line, "row-cut", "This row has " + cells.length + " cells where there should be " + COLUMNS);
        }
        var texts = new ArrayList<String>();
        for (String cell : cells) {
            texts.add(text(line, cell.strip()));
        }
        return new Cells(line, texts, cells[COLUMNS - 1].contains("<p>"));
    }

    String first() {
        return texts.getFirst();
    }

    String meaning() {
        return texts.get(1);
    }

    String practice() {
        return texts.getLast();
    }

    /** Without marks only the end of a sentence tells that nothing is missing after it. */
    boolean isCutOff() {
        return !lastIsMarked
                && ENDS_A_SENTENCE.indexOf(practice().charAt(practice().length() - 1)) < 0;
    }

    private static String text(int line, String cell) throws DamagedFile {
        long opened = OPENING.matcher(cell).results().count();
        long closed = CLOSING.matcher(cell).results().count();
        boolean marked = opened > 0 || closed > 0;
        if (cell.isEmpty() || (marked && (opened != closed || !cell.startsWith("<p>") || !cell.endsWith("</p>")))) {
            throw new DamagedFile(line, "row-cut", "A cell of this row is empty or ends in the middle of a paragraph");
        }
        return OPENING.splitAsStream(CLOSING.matcher(cell).replaceAll(""))
                .map(paragraph -> BREAK.matcher(paragraph).replaceAll("\n"))
                .map(Cells::plain)
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining(BETWEEN_PARAGRAPHS));
    }

    private static String plain(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
