package org.ncsoversight.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,http://localhost:8080,localhost:8080,8080,false",
        "https://oversight.example,https://oversight.example,oversight.example,443,true",
        "https://oversight.example:443/,https://oversight.example,oversight.example,443,true",
        "http://oversight.example:443,http://oversight.example:443,oversight.example:443,443,false"
    })
    void the_public_address_is_written_as_browsers_write_origins(
            URI url, String origin, String authority, int port, boolean secure) {
        var address = new PublicAddress(url);

        assertThat(address.origin()).isEqualTo(origin);
        assertThat(address.authority()).isEqualTo(authority);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.isSecure()).isEqualTo(secure);
    }

    @Test
    void a_public_address_with_a_path_is_no_origin() {
        assertThatThrownBy(() -> new PublicAddress(URI.create("http://localhost:8080/app")))
                .hasMessageContaining("PUBLIC_URL");
    }
}
