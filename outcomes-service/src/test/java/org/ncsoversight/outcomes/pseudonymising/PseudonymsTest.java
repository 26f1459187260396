package org.ncsoversight.outcomes.pseudonymising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.ncsoversight.outcomes.ClaimRows;

class PseudonymsTest {

    @Test
    void the_same_client_has_the_same_pseudonym_and_another_has_another() {
        var pseudonyms = new Pseudonyms(ClaimRows.key());

        assertThat(pseudonyms.client("a")).isEqualTo(new Pseudonyms(ClaimRows.key()).client("a"));
        assertThat(pseudonyms.client("a")).isNotEqualTo(pseudonyms.client("b"));
        assertThat(pseudonyms.client("a").value()).matches("[0-9a-f]{64}");
    }

    @Test
    void another_key_gives_another_pseudonym() {
        var other = new PseudonymKey(Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(new Pseudonyms(other).client("a")).isNotEqualTo(new Pseudonyms(ClaimRows.key()).client("a"));
    }

    @Test
    void a_claim_id_is_a_uuid_of_version_8_and_keeps_its_parts_apart() {
        var pseudonyms = new Pseudonyms(ClaimRows.key());

        assertThat(pseudonyms.claim("a", "b").value().version()).isEqualTo(8);
        assertThat(pseudonyms.claim("a", "b").value().variant()).isEqualTo(2);
        assertThat(pseudonyms.claim("a", "b")).isEqualTo(pseudonyms.claim("a", "b"));
        assertThat(pseudonyms.claim("ab", "")).isNotEqualTo(pseudonyms.claim("a", "b"));
    }

    @Test
    void a_short_or_unreadable_key_is_refused_without_being_quoted() {
        var key31 = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PseudonymKey(key31))
                .withMessageNotContaining(key31);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PseudonymKey("not base64 !"))
                .withMessageNotContaining("not base64 !");
        assertThat(ClaimRows.key().toString()).doesNotContain(ClaimRows.KEY);
    }
}
