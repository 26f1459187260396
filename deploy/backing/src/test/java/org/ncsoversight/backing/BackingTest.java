package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

/** What others build their integration tests on. */
class BackingTest {

    @AfterEach
    void forgetWhatWasAskedFor() {
        System.clearProperty("ncs.backing.mongo");
    }

    @Test
    void each_test_gets_a_database_of_its_own_on_one_server() {
        String one = Mongo.uriOfNewDatabase();
        String other = Mongo.uriOfNewDatabase();

        assertThat(one).isNotEqualTo(other).startsWith(other.substring(0, other.lastIndexOf('/')));
    }

    @Test
    void topics_are_made_once_and_the_broker_stays_the_same() {
        String first = Kafka.bootstrapServersWith("one", "two");

        assertThat(Kafka.bootstrapServersWith("two", "three")).isEqualTo(first);
    }

    @Test
    void without_the_profile_no_container_is_wanted() {
        assertThat(Containers.wanted("mongo")).isFalse();
    }

    @Test
    void the_profile_asks_for_containers_of_each_server_apart() {
        System.setProperty("ncs.backing.mongo", "containers");

        assertThat(Containers.wanted("mongo")).isTrue();
        assertThat(Containers.wanted("kafka")).isFalse();
    }

    @Test
    void a_container_that_cannot_be_started_is_named_with_the_way_out() {
        String image = "nobody.invalid/none:1";

        assertThatThrownBy(() -> Containers.start(new Missing(image), image))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(image)
                .hasMessageContaining("Docker")
                .hasMessageContaining("-Pcontainers");
    }

    @Test
    void keycloak_says_what_it_needs() {
        assertThatThrownBy(() -> Keycloak.issuer(Path.of("../keycloak/realm.json")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Dncs.keycloak.home");
    }

    private static final class Missing extends GenericContainer<Missing> {

        /** Not pulled: where Docker runs, that would be tried again for minutes. */
        Missing(String image) {
            super(image);
            withImagePullPolicy(_ -> false);
        }
    }
}
