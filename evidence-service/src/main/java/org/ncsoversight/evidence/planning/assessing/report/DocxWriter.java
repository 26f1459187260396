package org.ncsoversight.evidence.planning.assessing.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A Word document with headings as real styles, bookmarks, tables with header rows, British English and a title. */
final class DocxWriter implements AutoCloseable {

    private static final String LANGUAGE = "en-GB";
    private static final String TITLE = "Title";
    private static final int[] HEADING_SIZES_IN_HALF_POINTS = {36, 30, 26};
    private static final int TITLE_SIZE_IN_HALF_POINTS = 48;

    private final XWPFDocument document = new XWPFDocument();
    private int bookmarks;

    DocxWriter(String title) {
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties().getCoreProperties().setCreator("NCS Oversight");
        document.getProperties().getCoreProperties().getUnderlyingProperties().setLanguageProperty(LANGUAGE);
        styles();
    }

    private void styles() {
        var styles = document.createStyles();
        styles.setSpellingLanguage(LANGUAGE);
        styles.addStyle(style(TITLE, "Title", TITLE_SIZE_IN_HALF_POINTS, null));
        for (int level = 1; level <= HEADING_SIZES_IN_HALF_POINTS.length; level++) {
            styles.addStyle(
                    style("Heading" + level, "heading " + level, HEADING_SIZES_IN_HALF_POINTS[level - 1], level - 1));
        }
    }

    private static XWPFStyle style(String id, String name, int sizeInHalfPoints, @Nullable Integer outlineLevel) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(240));
        spacing.setAfter(BigInteger.valueOf(120));
        if (outlineLevel != null) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outlineLevel));
        }
        var run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(sizeInHalfPoints));
        return new XWPFStyle(style);
    }

    void title(String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(TITLE);
        paragraph.createRun().setText(allowed(text));
    }

    void heading(int level, String text, @Nullable String bookmark) {
        var paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        if (bookmark == null) {
            paragraph.createRun().setText(allowed(text));
            return;
        }
        var id = BigInteger.valueOf(bookmarks++);
        var start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(id);
        start.setName(bookmark);
        paragraph.createRun().setText(allowed(text));
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }

    void paragraph(String text) {
        document.createParagraph().createRun().setText(allowed(text));
    }

    /** Each line a paragraph; another sentence when there is none. */
    void text(String lines, String ifNone) {
        if (!lines.isBlank()) {
            lines.lines().filter(line -> !line.isBlank()).forEach(this::paragraph);
        } else if (!ifNone.isEmpty()) {
            paragraph(ifNone);
        }
    }

    void link(String text, String bookmark) {
        XWPFParagraph paragraph = document.createParagraph();
        var link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(bookmark);
        link.addNewR().addNewT().setStringValue(allowed(text));
    }

    /** The first row is marked as header and repeated on each page. */
    void table(List<String> headings, List<List<String>> rows) {
        XWPFTable table = document.createTable(1, headings.size());
        table.setWidth("100%");
        XWPFTableRow header = table.getRow(0);
        header.setRepeatHeader(true);
        for (int i = 0; i < headings.size(); i++) {
            var run = header.getCell(i).getParagraphs().getFirst().createRun();
            run.setBold(true);
            run.setText(allowed(headings.get(i)));
        }
        for (List<String> cells : rows) {
            var row = table.createRow();
            for (int i = 0; i < cells.size(); i++) {
                row.getCell(i).getParagraphs().getFirst().createRun().setText(allowed(cells.get(i)));
            }
        }
        document.createParagraph();
    }

    /** Without what XML cannot hold, such as half of a pair of surrogates. */
    private static String allowed(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t' || (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    void writeTo(OutputStream out) throws IOException {
        document.write(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
