package org.ncsoversight.feedback.importing;

import org.ncsoversight.feedback.file.FileLimits;
import org.ncsoversight.feedback.file.QuestionnaireFile;
import org.ncsoversight.feedback.file.ResponsesFile;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Brings together what an import needs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({FileLimits.class, ImportLimits.class})
class ImportingConfiguration {

    @Bean
    Reading reading(FileLimits limits, ProviderRegister register) {
        return new Reading(new ResponsesFile(limits), register, QuestionnaireFile.bundled());
    }
}
