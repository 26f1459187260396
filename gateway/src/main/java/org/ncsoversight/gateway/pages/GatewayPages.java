package org.ncsoversight.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.ncsoversight.gateway.PublicAddress;
import org.ncsoversight.gateway.routing.Part;
import org.ncsoversight.gateway.shell.Frame;
import org.ncsoversight.gateway.shell.ServicePage;
import org.ncsoversight.gateway.shell.Viewer;
import org.ncsoversight.gateway.signin.IdentityProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Home, what every service owes its visitors (accessibility, cookies, privacy), and where machines begin. */
@Controller
class GatewayPages {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final Frame frame;
    private final IdentityProvider provider;
    private final PublicAddress address;

    GatewayPages(Frame frame, IdentityProvider provider, PublicAddress address) {
        this.frame = frame;
        this.provider = provider;
        this.address = address;
    }

    @GetMapping(path = "/", produces = HTML)
    @ResponseBody
    String home(HttpServletRequest request) {
        return Viewer.current()
                .map(viewer -> page("Home", "pages/home", Map.of("viewer", viewer), request))
                .orElseGet(() -> page("Start", "pages/start", Map.of(), request));
    }

    @GetMapping(path = "/accessibility", produces = HTML)
    @ResponseBody
    String accessibility(HttpServletRequest request) {
        return page("Accessibility statement", "pages/accessibility", Map.of(), request);
    }

    @GetMapping(path = "/cookies", produces = HTML)
    @ResponseBody
    String cookies(HttpServletRequest request) {
        return page("Cookies", "pages/cookies", Map.of(), request);
    }

    @GetMapping(path = "/privacy", produces = HTML)
    @ResponseBody
    String privacy(HttpServletRequest request) {
        return page("Privacy", "pages/privacy", Map.of(), request);
    }

    @GetMapping(path = "/api", produces = HTML)
    @ResponseBody
    String api(HttpServletRequest request) {
        Map<String, Object> values =
                Map.of("parts", Part.documented(), "tokenUri", provider.publicTokenUri(), "origin", address.origin());
        return page("API documents", "pages/api", values, request);
    }

    private String page(String title, String template, Map<String, Object> values, HttpServletRequest request) {
        return frame.around(ServicePage.of(title, frame.fill(template, values)), request);
    }
}
