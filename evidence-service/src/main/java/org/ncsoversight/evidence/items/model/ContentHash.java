package org.ncsoversight.evidence.items.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;

/**
 * SHA-256 over everything a reviewer judges: what is said, and name and hash of each file, in order.
 *
 * <p>Not in it: who looks after the item, its threads, and which version of a criterion's text it answers – these may change without the
 * evidence being another.
 */
public final class ContentHash {

    private final StringBuilder canonical = new StringBuilder("evidence-content-1\n");

    private ContentHash() {}

    /** In lower-case hexadecimal. */
    public static String of(Content content, List<EvidenceFile> files) {
        var hash = new ContentHash();
        content.references()
                .forEach(reference -> hash.add(
                        "criterion",
                        reference.edition() + " " + reference.code().value()));
        hash.add("title", content.title());
        hash.add("statement", content.statement());
        hash.add("voice", content.voice().word());
        hash.add("kind", content.kind().word());
        hash.add("periodFrom", content.period().from().toString());
        hash.add("periodTo", content.period().to().toString());
        hash.add("reviewDate", content.reviewDate().toString());
        hash.add("classification", content.classification().word());
        hash.add("link", content.link());
        hash.add("document", content.document());
        files.forEach(file -> hash.add("file", file.sha256() + " " + file.name()));
        return hash.hex();
    }

    /** With its length, so that no text can be taken for the next field. */
    private void add(String field, @Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        canonical
                .append(field)
                .append(' ')
                .append(text.length())
                .append(' ')
                .append(text)
                .append('\n');
    }

    private String hex() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
