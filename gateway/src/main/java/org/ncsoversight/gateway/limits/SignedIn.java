package org.ncsoversight.gateway.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Whether a request comes with the session of somebody who signed in. */
final class SignedIn {

    private SignedIn() {}

    static boolean by(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session != null
                    && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            instanceof SecurityContext context
                    && context.getAuthentication() != null;
        } catch (IllegalStateException e) {
            // It ended this moment.
            return false;
        }
    }
}
