package org.ncsoversight.outcomes;

import java.time.Clock;
import org.ncsoversight.answers.ProblemPage;
import org.ncsoversight.answers.repeating.RepeatSettings;
import org.ncsoversight.outcomes.file.ClaimsFile;
import org.ncsoversight.outcomes.file.FileLimits;
import org.ncsoversight.outcomes.model.England;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What belongs to no package alone. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    Clock clock() {
        return Clock.system(England.ZONE);
    }

    @Bean
    ClaimsFile claimsFile(FileLimits limits) {
        return new ClaimsFile(limits);
    }

    @Bean
    ProblemPage problemPage() {
        return ProblemPage.withLink("/outcomes", "Go to outcomes");
    }

    @Bean
    RepeatSettings repeatSettings() {
        return RepeatSettings.usual();
    }
}
