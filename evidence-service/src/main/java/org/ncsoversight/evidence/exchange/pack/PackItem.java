package org.ncsoversight.evidence.exchange.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item as a pack holds it: everything that is kept of it. Files are named by where they stand in the pack. */
public record PackItem(
        String evidence,
        long version,
        String ukprn,
        String state,
        Content content,
        List<File> files,
        List<Step> history,
        List<Revision> revisions,
        @Nullable Approval approval,
        @Nullable String replaces,
        @Nullable String replacedBy) {

    public record Content(
            String edition,
            List<Reference> references,
            String title,
            String statement,
            String voice,
            String kind,
            String periodFrom,
            String periodTo,
            String reviewDate,
            String classification,
            @Nullable String owner,
            @Nullable String link,
            @Nullable String document,
            List<String> threads) {}

    record Reference(String edition, String criterion, int textVersion) {}

    public record File(String name, String type, long size, String sha256, String path) {}

    record Person(String subject, String username, @Nullable String ukprn) {}

    record Step(
            long version,
            String action,
            String state,
            String at,
            Person by,
            @Nullable String reason) {}

    public record Revision(int number, Content content, List<File> files, String contentHash, String at, Person by) {}

    record Approval(int revision, String contentHash, String at, Person by) {}
}
