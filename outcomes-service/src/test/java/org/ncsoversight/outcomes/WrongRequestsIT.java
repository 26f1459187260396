package org.ncsoversight.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.backing.WrongRequests;
import org.ncsoversight.backing.WrongRequests.Page;
import org.ncsoversight.backing.WrongRequests.Wrong;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WrongRequestsIT {

    private static final Service SERVICE = Service.start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static WrongRequests requests() {
        return new WrongRequests(
                Tokens.ofProvider("provider-lead", "99000001"),
                List.of(new Page("/outcomes", "provider"), new Page("/api/outcomes/claims", "limit")),
                List.of("/outcomes/imports/new"),
                List.of("/api/outcomes/imports"));
    }

    static Stream<Wrong> wrong() {
        return requests().all();
    }

    static Stream<Page> pages() {
        return requests().pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void reading_the_head_alone_is_as_good_as_reading(Page page) throws IOException {
        assertThat(requests().headIsAsGoodAsGet(SERVICE.port(), page)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void are_their_senders_fault_and_leave_the_log_quiet(Wrong wrong, CapturedOutput log) throws IOException {
        var answer = WrongRequests.ask(SERVICE.port(), wrong);

        assertThat(answer.isRefusalOf(wrong) || (wrong.mayBeOverlooked() && answer.isFine()))
                .as(answer.text())
                .isTrue();
        assertThat(log.getAll()).doesNotContain("\tat ");
    }
}
