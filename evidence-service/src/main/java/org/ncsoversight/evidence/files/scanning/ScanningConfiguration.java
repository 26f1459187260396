package org.ncsoversight.evidence.files.scanning;

import org.ncsoversight.evidence.files.model.ScanState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what becomes of new files: with a scanner, nobody gets them before it had them. */
@Configuration
class ScanningConfiguration {

    @Bean
    ScanState stateOfNewFiles(ClamdSettings settings) {
        if (!settings.configured()) {
            return ScanState.UNSCANNED;
        }
        settings.socketAddress(); // A wrong address is a wrong configuration, to be told at the start.
        return ScanState.QUARANTINED;
    }
}
