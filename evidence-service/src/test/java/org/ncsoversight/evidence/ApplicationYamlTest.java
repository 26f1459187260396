package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.FileLimits;
import org.ncsoversight.evidence.items.expiring.ExpirySettings;
import org.ncsoversight.evidence.items.intake.SubmissionLimits;
import org.ncsoversight.evidence.items.reviewing.ReviewLimits;
import org.ncsoversight.evidence.together.assigning.AssignmentLimits;
import org.ncsoversight.evidence.together.commenting.CommentLimits;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** The shipped configuration is complete, spelt as the code reads it, and explained. */
class ApplicationYamlTest {

    @Test
    void every_limit_is_set() throws IOException {
        var limits =
                binder().bind("evidence.submission", SubmissionLimits.class).get();

        var files = binder().bind("evidence.submission", FileLimits.class).get();
        assertThat(files.files()).isEqualTo(10);
        assertThat(files.fileSize()).isEqualTo(DataSize.ofMegabytes(25));
        assertThat(files.fileNameLengthInCharacters()).isPositive();
        assertThat(files.fileTypes()).contains("application/pdf").doesNotContain("text/html");
        assertThat(limits.titleLengthInCharacters()).isPositive();
        assertThat(limits.statementLengthInCharacters()).isPositive();
        assertThat(limits.linkLengthInCharacters()).isPositive();
        assertThat(limits.ownerLengthInCharacters()).isPositive();
        assertThat(limits.periodInYears()).isPositive();
        assertThat(limits.reviewWithinYears()).isPositive();
        assertThat(limits.uploadAbandonedAfter()).isPositive();
        assertThat(binder().bind("evidence.comments", CommentLimits.class).get().textLengthInCharacters())
                .isPositive();
        var assignments =
                binder().bind("evidence.assignments", AssignmentLimits.class).get();
        assertThat(assignments.noteLengthInCharacters()).isPositive();
        assertThat(assignments.dueWithinYears()).isPositive();
        assertThat(binder().bind("evidence.expiry", ExpirySettings.class).get().graceInDays())
                .isEqualTo(60);
        assertThat(binder().bind("evidence.review", ReviewLimits.class).get().reasonLengthInCharacters())
                .isPositive();
    }

    @Test
    void a_request_may_hold_all_files_of_one_item() throws IOException {
        var limits = binder().bind("evidence.submission", FileLimits.class).get();
        var request = binder().bind("spring.servlet.multipart.max-request-size", DataSize.class)
                .get();

        assertThat(request.toBytes())
                .isGreaterThan(limits.files() * limits.fileSize().toBytes());
    }

    @Test
    void every_property_has_a_comment() throws IOException {
        var lines = Files.readAllLines(Path.of("src/main/resources/application.yaml"));
        var bare = new ArrayList<String>();
        for (int i = 1; i < lines.size(); i++) {
            boolean property = lines.get(i).matches(" *[a-z][a-zA-Z.-]*: .*");
            if (property
                    && !lines.get(i - 1).strip().startsWith("#")
                    && !lines.get(i).endsWith("evidence-service")) {
                bare.add(lines.get(i).strip());
            }
        }

        assertThat(bare).isEmpty();
    }

    private static Binder binder() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return Binder.get(environment);
    }
}
