package org.ncsoversight.evidence.underway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An import under way, or its end, as the API tells it.
 *
 * @param status the HTTP status it would have been answered with at once
 * @param result the body it would have been answered with at once
 */
record ImportRunBody(
        String id,
        String what,
        String state,
        String startedAt,
        int done,
        int of,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable JsonNode result) {

    static ImportRunBody of(ImportRun run, JsonMapper json, Instant now) {
        var ending = run.ending();
        return new ImportRunBody(
                run.id().toString(),
                run.what(),
                run.state(now).word(),
                run.startedAt().toString(),
                run.done(),
                run.of(),
                ending == null ? null : ending.status(),
                ending == null ? null : ending.location(),
                ending == null ? null : json.readTree(ending.body()));
    }
}
