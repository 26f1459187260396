package org.ncsoversight.evidence.items.drafting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.springframework.http.ResponseEntity;

/**
 * A draft as the API shows it to its own provider.
 *
 * @param item what was typed so far, under the names of an item's fields
 * @param revises the version of the item it will revise; null while there is none
 */
record DraftBody(
        String evidence,
        long version,
        String state,
        String provider,
        Map<String, Object> item,
        List<File> files,
        @Nullable Long revises,
        boolean handedOver,
        @Nullable String note,
        String startedBy,
        String startedAt,
        String savedBy,
        String savedAt) {

    /** A file that will be submitted with it. */
    record File(String file, String name, String type, long size, String sha256, String href) {}

    static DraftBody of(Draft draft) {
        return new DraftBody(
                draft.id().toString(),
                draft.version(),
                "draft",
                draft.provider().ukprn(),
                item(draft),
                draft.files().stream().map(file -> file(draft, file)).toList(),
                draft.isRevision() ? draft.revises() : null,
                draft.handedOver(),
                draft.handedOverAs().map(step -> step.reason()).orElse(null),
                draft.started().by().username(),
                draft.started().at().toString(),
                draft.savedBy().username(),
                draft.savedAt().toString());
    }

    static ResponseEntity<DraftBody> answer(ResponseEntity.BodyBuilder answer, Draft draft) {
        return answer.eTag(Long.toString(draft.version())).body(of(draft));
    }

    private static Map<String, Object> item(Draft draft) {
        var item = new TreeMap<String, Object>();
        draft.proposal().values().forEach((field, values) -> item.put(field.word(), shown(field, values)));
        return item;
    }

    /** As it may be sent again. */
    private static Object shown(Field field, List<String> values) {
        return switch (field) {
            case CRITERIA, THREADS -> values;
            case REFERENCES -> values.stream().map(DraftBody::reference).toList();
            default -> values.getFirst();
        };
    }

    private static Map<String, String> reference(String word) {
        int slash = word.indexOf('/');
        return slash < 0
                ? Map.of("edition", "", "criterion", word)
                : Map.of("edition", word.substring(0, slash), "criterion", word.substring(slash + 1));
    }

    private static File file(Draft draft, EvidenceFile file) {
        return new File(
                file.id().toString(),
                file.name(),
                file.type(),
                file.sizeInBytes(),
                file.sha256(),
                "/api/evidence/drafts/%s/files/%s".formatted(draft.id(), file.id()));
    }
}
