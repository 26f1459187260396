package org.ncsoversight.evidence.files;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is said of a file of a type that is not taken: what to do instead, where that is known. */
final class RefusedType {

    /** Of Office before 2007 or of Outlook, or of today's Office behind a password: all in one kind of container. */
    private static final Set<String> OLD_OFFICE = Set.of(
            "application/x-tika-msoffice",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.ms-outlook");

    private static final Map<String, String> TODAYS = Map.of(
            ".doc", ".docx", ".dot", ".docx", ".xls", ".xlsx", ".xlt", ".xlsx", ".ppt", ".pptx", ".pps", ".pptx");

    private static final Set<String> PHOTOS_OF_PHONES =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif");

    private RefusedType() {}

    static String words(String name, String type) {
        String ending = name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
        if (OLD_OFFICE.contains(type)) {
            return oldOffice(ending);
        }
        if (PHOTOS_OF_PHONES.contains(type)) {
            return "is a photo in a format that few programs can show. Save it as JPEG and select that instead";
        }
        return type.equals("message/rfc822")
                ? "is an e-mail. Save it as PDF and select that instead"
                : "must be a PDF, an office document, plain text, CSV or an image";
    }

    private static String oldOffice(String ending) {
        if (TODAYS.containsValue(ending)) {
            return "is protected by a password. Save it without one and select it again";
        }
        if (ending.equals(".msg")) {
            return "is an e-mail of Outlook. Save it as PDF and select that instead";
        }
        return "is in a format of Office before 2007. Save it as %s or PDF and select that instead"
                .formatted(TODAYS.getOrDefault(ending, ".docx, .xlsx, .pptx"));
    }
}
