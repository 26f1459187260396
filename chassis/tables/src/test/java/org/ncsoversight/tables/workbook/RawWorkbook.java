package org.ncsoversight.tables.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook part by part, as nobody would write it who means well. */
public final class RawWorkbook {

    public static final String SHEET = "xl/worksheets/sheet1.xml";
    public static final String STRINGS = "xl/sharedStrings.xml";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public RawWorkbook() {
        part("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="%1$sstyles+xml"/></Types>\
            """.formatted(TYPE));
        part("xl/workbook.xml", """
            <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>\
            """.formatted(MAIN, RELATIONSHIPS));
        part("xl/_rels/workbook.xml.rels", """
            <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>\
            """);
        part("xl/styles.xml", """
            <styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>\
            """);
        strings("<si><t>heading</t></si><si><t>text</t></si>");
        rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    }

    public RawWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public RawWorkbook part(String name, String xml) {
        return part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    public RawWorkbook rows(String rows) {
        return part(SHEET, "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    }

    /** The second row holds this cell. */
    public RawWorkbook cell(String cell) {
        return rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\">" + cell + "</row>");
    }

    public RawWorkbook strings(String strings) {
        return part(STRINGS, "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, strings));
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
