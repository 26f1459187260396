package org.ncsoversight.gateway.limits;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** How large a request body may be, by path. */
@ConfigurationProperties("gateway.body-limits")
record BodyLimits(DataSize usual, Larger packs, Larger evidence, Larger imports, Larger register) {

    /** Paths that take more than usual. */
    record Larger(DataSize size, List<String> paths) {

        boolean covers(PathContainer path) {
            return paths.stream().map(Larger::pattern).anyMatch(pattern -> pattern.matches(path));
        }

        private static PathPattern pattern(String path) {
            return PathPatternParser.defaultInstance.parse(path);
        }
    }

    DataSize of(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return Stream.of(packs, evidence, imports, register)
                .filter(larger -> larger.covers(parsed))
                .map(Larger::size)
                .findFirst()
                .orElse(usual);
    }
}
