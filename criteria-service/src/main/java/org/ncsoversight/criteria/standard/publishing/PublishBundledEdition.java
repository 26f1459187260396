package org.ncsoversight.criteria.standard.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.standard.messages.EditionFile;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Publishes the bundled edition at start, unless it stands there already as it is here. */
@Component
public class PublishBundledEdition implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(PublishBundledEdition.class);
    private static final String RESOURCE = "editions/matrix-ncs-4e.json";
    private static final int CRITERIA = 27;
    private static final int LINKS = 24;

    private final EditionStore editions;
    private final Clock clock;

    public PublishBundledEdition(EditionStore editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        publish(bundled());
    }

    /** Whether anything was published. */
    public boolean publish(Edition bundled) {
        Optional<Edition> kept = editions.find(bundled.id());
        if (kept.isPresent() && !revised(kept.get(), bundled)) {
            return false;
        }
        Edition next = kept.map(edition -> retold(edition, bundled)).orElse(bundled);
        var event = new EditionPublished(UUID.randomUUID(), clock.instant(), next);
        // When another instance of this service came first, it published the same.
        boolean published = kept.isPresent() ? editions.replace(event) : editions.add(event);
        if (published) {
            log.atInfo()
                    .addKeyValue("edition", next.id().value())
                    .addKeyValue("version", next.version())
                    .log("Edition published");
        }
        return published;
    }

    // What an administrator has published since is theirs.
    private static boolean revised(Edition kept, Edition bundled) {
        return kept.source() == Edition.Source.BUNDLED && !kept.contents().equals(bundled.contents());
    }

    // A last day that was set when another edition followed stays.
    private static Edition retold(Edition kept, Edition bundled) {
        return new Edition(
                kept.id(),
                kept.version() + 1,
                bundled.contents(),
                bundled.inForceFrom(),
                kept.inForceTo(),
                kept.state(),
                kept.replaces(),
                kept.mappings(),
                kept.source());
    }

    /** The edition that comes with the service, refused if it is not the one that was meant. */
    public static Edition bundled() throws IOException {
        Edition edition = EditionFile.read(new ClassPathResource(RESOURCE).getContentAsString(StandardCharsets.UTF_8));
        if (edition.criteria().size() != CRITERIA || edition.links().size() != LINKS) {
            throw new IllegalArgumentException(
                    "The bundled edition has " + edition.criteria().size() + " criteria and "
                            + edition.links().size() + " links");
        }
        return edition;
    }
}
