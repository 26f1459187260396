package org.ncsoversight.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.gateway.trouble.Trouble;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says so when there is nobody to sign in with. */
@Component
final class StartSignIn extends OncePerRequestFilter {

    private final ProviderCheck provider;
    private final Answers troubles;

    StartSignIn(ProviderCheck provider, Answers troubles) {
        this.provider = provider;
        this.troubles = troubles;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(SignIn.START);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (provider.isThere()) {
            chain.doFilter(request, response);
        } else {
            troubles.write(request, response, Trouble.signInUnavailable());
        }
    }
}
