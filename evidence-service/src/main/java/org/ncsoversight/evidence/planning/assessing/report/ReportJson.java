package org.ncsoversight.evidence.planning.assessing.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ncsoversight.evidence.planning.model.Report;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one way a report is written as text, so that the same content has the same hash everywhere. */
public final class ReportJson {

    /** Our own, so that no setting of the service changes what was signed. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ReportJson() {}

    public static String write(Report report) {
        return JSON.writeValueAsString(report);
    }

    public static Report read(String content) {
        return JSON.readValue(content, Report.class);
    }

    public static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
