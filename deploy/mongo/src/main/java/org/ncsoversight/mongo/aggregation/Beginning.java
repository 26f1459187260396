package org.ncsoversight.mongo.aggregation;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.query.Find;

/**
 * The first stages of a pipeline, as far as the collection can do them, with its indexes and without holding documents.
 *
 * @param wish what to find
 * @param rest the stages that are left
 * @param looksAtDocuments whether the rest does more than count them
 */
public record Beginning(Find.Wish wish, List<Document> rest, boolean looksAtDocuments) {

    public static Beginning of(List<Document> stages) {
        List<Document> matches = new ArrayList<>();
        int at = 0;
        while (at < stages.size() && stages.get(at).get("$match") instanceof Document match) {
            matches.add(match);
            at++;
        }
        Document orderBy = null;
        if (at < stages.size() && stages.get(at).get("$sort") instanceof Document sort) {
            orderBy = sort;
            at++;
        }
        long skip = number("$skip", at, stages);
        at += skip > 0 ? 1 : 0;
        long limit = number("$limit", at, stages);
        at += limit > 0 ? 1 : 0;
        List<Document> rest = stages.subList(at, stages.size());
        return new Beginning(new Find.Wish(all(matches), orderBy, skip, limit), rest, looksAtDocuments(rest));
    }

    private static long number(String stage, int at, List<Document> stages) {
        return at < stages.size() && stages.get(at).get(stage) instanceof Number number ? number.longValue() : 0;
    }

    private static Document all(List<Document> matches) {
        List<Document> different =
                matches.stream().filter(match -> !match.isEmpty()).toList();
        return switch (different.size()) {
            case 0 -> new Document();
            case 1 -> different.getFirst();
            default -> new Document("$and", different);
        };
    }

    /** What {@code countDocuments} of a driver sends needs none of their fields. */
    private static boolean looksAtDocuments(List<Document> rest) {
        return rest.isEmpty()
                || !(rest.getFirst().get("$group") instanceof Document group)
                || !group.entrySet().stream().allMatch(Beginning::isConstant);
    }

    private static boolean isConstant(Map.Entry<String, @Nullable Object> field) {
        return field.getKey().equals("_id")
                ? field.getValue() == null || field.getValue() instanceof Number
                : field.getValue() instanceof Document sum && sum.get("$sum") instanceof Number;
    }
}
