package org.ncsoversight.gateway.trouble;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.ncsoversight.answers.ProblemPage;
import org.ncsoversight.gateway.shell.Frame;
import org.ncsoversight.gateway.shell.ServicePage;
import org.springframework.stereotype.Component;

/** What went wrong at the front door, in the frame of every page. */
@Component
class TroublePage implements ProblemPage {

    private final Frame frame;

    TroublePage(Frame frame) {
        this.frame = frame;
    }

    @Override
    public String of(HttpServletRequest request, String heading, String words) {
        String main = frame.fill("pages/trouble", Map.of("heading", heading, "words", words));
        return frame.around(ServicePage.of(heading, main), request);
    }
}
