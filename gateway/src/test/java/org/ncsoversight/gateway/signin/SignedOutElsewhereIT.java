package org.ncsoversight.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.Caller;
import org.ncsoversight.gateway.running.RunningGateway;

class SignedOutElsewhereIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void the_sessions_of_that_sign_in_end_and_no_others() {
        Caller one = gateway.person("leaver");
        Caller other = gateway.person("analyst");

        int status = tell(gateway.identityProvider.logoutToken("leaver", Map.of("sid", "session of leaver")));

        assertThat(status).isEqualTo(200);
        assertThat(one.get("/readiness").statusCode()).isEqualTo(302);
        assertThat(other.get("/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void signed_out_everywhere_is_signed_out_in_every_browser() {
        Caller one = gateway.person("leaver");
        Caller two = gateway.person("leaver");

        int status = tell(gateway.identityProvider.logoutToken("leaver", Map.of()));

        assertThat(status).isEqualTo(200);
        assertThat(one.get("/readiness").statusCode()).isEqualTo(302);
        assertThat(two.get("/readiness").statusCode()).isEqualTo(302);
    }

    @Test
    void nothing_but_a_logout_token_for_us_ends_anything() {
        Caller person = gateway.person("stayer");

        assertThat(tell(gateway.identityProvider.accessToken("stayer", "gateway")))
                .isEqualTo(400);
        assertThat(tell(gateway.identityProvider.logoutToken("stayer", Map.of("aud", "other"))))
                .isEqualTo(400);
        assertThat(tell(gateway.identityProvider.logoutToken("stayer", Map.of("iss", "http://evil.example"))))
                .isEqualTo(400);
        assertThat(tell(gateway.identityProvider.logoutToken("stayer", Map.of("nonce", "n"))))
                .isEqualTo(400);
        assertThat(tell(gateway.identityProvider.logoutToken("stayer", Map.of()) + "x"))
                .isEqualTo(400);
        assertThat(tell("")).isEqualTo(400);
        assertThat(gateway.stranger().post("/backchannel-logout", FORM, "%zz").statusCode())
                .isEqualTo(400);
        assertThat(person.get("/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void one_person_has_a_few_sessions_and_not_any_number() {
        Caller first = gateway.person("collector");
        for (int i = 0; i < 20; i++) {
            gateway.person("collector");
        }

        assertThat(first.get("/readiness").statusCode()).isEqualTo(302);
        assertThat(gateway.person("collector").get("/readiness").statusCode()).isEqualTo(200);
    }

    private int tell(String token) {
        return gateway.stranger()
                .post("/backchannel-logout", FORM, "logout_token=" + token)
                .statusCode();
    }
}
