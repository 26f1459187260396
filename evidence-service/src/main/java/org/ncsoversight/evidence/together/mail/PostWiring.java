package org.ncsoversight.evidence.together.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses how letters leave. */
@Configuration
class PostWiring {

    @Bean
    Post post(MailSettings settings) {
        return settings.hasServer() ? new SmtpPost(settings) : new FolderPost(settings.folder(), settings.from());
    }
}
