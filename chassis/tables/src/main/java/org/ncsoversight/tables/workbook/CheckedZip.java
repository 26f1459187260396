package org.ncsoversight.tables.workbook;

import java.io.IOException;
import java.util.Collections;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Walks through every part of a workbook's ZIP, by the library its reader uses, so that both see the same parts. */
final class CheckedZip {

    private CheckedZip() {}

    static Contents check(ZipFile zip, long unpackedBytes) throws IOException {
        var contents = new Contents();
        var budget = new BoundedXml.Budget(unpackedBytes);
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            boolean usual = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
            if (!usual || entry.getGeneralPurposeBit().usesEncryption()) {
                throw TableRefused.file("packed-unusually", "The workbook is protected, or packed in an unusual way");
            }
            try (var part = new BoundedXml(zip.getInputStream(entry), entry.getCompressedSize(), budget)) {
                PartCheck.check(entry.getName(), part, contents);
            }
        }
        contents.requireStrings();
        return contents;
    }
}
