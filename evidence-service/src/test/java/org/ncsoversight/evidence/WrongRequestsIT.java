package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ncsoversight.backing.WrongRequests;
import org.ncsoversight.backing.WrongRequests.Page;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ExtendWith(OutputCaptureExtension.class)
class WrongRequestsIT extends RunningService {

    @LocalServerPort
    private int port;

    private static WrongRequests requests() {
        return new WrongRequests(
                lead(),
                List.of(
                        new Page("/evidence", "criterion"),
                        new Page("/evidence/new", "criterion"),
                        new Page("/evidence/assignments", "state"),
                        new Page("/evidence/improvement", "state"),
                        new Page("/api/evidence/items", "after")),
                List.of(
                        "/evidence/new",
                        "/evidence/improvement/new",
                        "/evidence/imports/new",
                        "/evidence/registers/aims/new"),
                List.of("/api/evidence/items", "/api/evidence/improvement", "/api/evidence/imports"));
    }

    @Test
    void reading_the_head_alone_is_as_good_as_reading() {
        assertThat(requests().pages())
                .allSatisfy(page ->
                        assertThat(requests().headIsAsGoodAsGet(port, page)).isTrue());
    }

    /** All in one: before each test the service hears of the world anew. */
    @Test
    void are_their_senders_fault_and_leave_the_log_quiet(CapturedOutput log) {
        assertThat(requests().all()).allSatisfy(wrong -> {
            var answer = WrongRequests.ask(port, wrong);
            assertThat(answer.isRefusal() || (wrong.mayBeOverlooked() && answer.isFine()))
                    .as(answer.text())
                    .isTrue();
        });
        assertThat(log.getAll()).doesNotContain("\tat org.apache.catalina");
    }
}
