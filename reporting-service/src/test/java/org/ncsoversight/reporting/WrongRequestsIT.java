package org.ncsoversight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.backing.WrongRequests;
import org.ncsoversight.backing.WrongRequests.Page;
import org.ncsoversight.backing.WrongRequests.Wrong;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ExtendWith(OutputCaptureExtension.class)
class WrongRequestsIT extends RunningService {

    @LocalServerPort
    private int port;

    private static WrongRequests requests() {
        return new WrongRequests(
                Tokens.of("contract-manager"),
                List.of(
                        new Page("/readiness", "band"),
                        new Page("/api/reporting/readiness", "after"),
                        new Page("/api/reporting/readiness", "limit")),
                List.of(),
                List.of());
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
        assertThat(requests().headIsAsGoodAsGet(port, page)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void are_their_senders_fault_and_leave_the_log_quiet(Wrong wrong, CapturedOutput log) throws IOException {
        var answer = WrongRequests.ask(port, wrong);

        assertThat(answer.isRefusalOf(wrong) || (wrong.mayBeOverlooked() && answer.isFine()))
                .as(answer.text())
                .isTrue();
        assertThat(log.getAll()).doesNotContain("\tat ");
    }
}
