package org.ncsoversight.tables.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through one part of a workbook before anything believes it. Every part is held to the rules of all kinds of parts,
 * because its name does not tell what the reader will take it for; and by the parser of that reader, so that both see the same.
 */
final class PartCheck {

    private static final XMLInputFactory PARSER = parser();
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "US-ASCII", "ISO-8859-1");
    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 5_000;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_ATTRIBUTE = 1 << 15;

    private final BoundedXml bytes;
    private final Contents contents;
    private final SheetCheck sheet;
    private final boolean drawing;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private boolean begun;

    private PartCheck(String name, BoundedXml bytes, Contents contents) {
        this.bytes = bytes;
        this.contents = contents;
        this.sheet = new SheetCheck(contents);
        // Old programs write drawings of comments that are not XML to their end.
        this.drawing = name.toLowerCase(Locale.ROOT).endsWith(".vml");
    }

    static void check(String name, BoundedXml bytes, Contents contents) throws TableRefused {
        new PartCheck(name, bytes, contents).check();
    }

    private static XMLInputFactory parser() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void check() throws TableRefused {
        try {
            XMLStreamReader xml = PARSER.createXMLStreamReader(bytes);
            try {
                if (!ENCODINGS.contains(encoding(xml))) {
                    throw TableRefused.file("encoding-unusual", "The workbook is not written in UTF-8");
                }
                while (xml.hasNext()) {
                    take(xml.next(), xml);
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            refuseDamaged();
        }
    }

    /** A picture is no XML; what begins as XML and does not go on so is damaged. */
    private void refuseDamaged() throws TableRefused {
        TableRefused cause = bytes.refused();
        if (cause != null) {
            throw cause;
        }
        if (begun && !drawing) {
            throw TableRefused.file("damaged", "The workbook is damaged");
        }
    }

    private static String encoding(XMLStreamReader xml) {
        String encoding = xml.getEncoding();
        return encoding == null ? "UTF-8" : encoding.toUpperCase(Locale.ROOT);
    }

    private void take(int event, XMLStreamReader xml) throws TableRefused {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                sheet.end(xml.getLocalName());
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!drawing && sheet.wantsText()) {
                    sheet.text(xml.getText());
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw TableRefused.file(
                        "document-type", "The workbook declares a document type, which no program writes");
            default -> {
                // Comments and instructions are read over by everybody.
            }
        }
    }

    private void start(XMLStreamReader xml) throws TableRefused {
        begun = true;
        if (++depth > DEEPEST) {
            throw TableRefused.file("too-deep", "The workbook is nested deeper than any program does");
        }
        name(xml.getPrefix(), xml.getLocalName());
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            name(xml.getNamespacePrefix(i), String.valueOf(xml.getNamespaceURI(i)));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
            if (xml.getAttributeValue(i).length() > LONGEST_ATTRIBUTE) {
                throw TableRefused.file("text-too-long", "The workbook says something at far too great a length");
            }
        }
        if (drawing && Set.of("sheetData", "si").contains(xml.getLocalName())) {
            throw TableRefused.file("damaged", "The workbook keeps its rows where drawings are kept");
        }
        contents.count(xml);
        sheet.start(xml);
    }

    /** Parsers remember every name they meet. */
    private void name(String prefix, String name) throws TableRefused {
        names.add(prefix + ':' + name);
        if (names.size() > MOST_NAMES || name.length() > LONGEST_NAME) {
            throw TableRefused.file("names-too-many", "The workbook uses far more names than any program does");
        }
    }
}
