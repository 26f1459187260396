package org.ncsoversight.criteria.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.PersonId;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands every endpoint that asks for it the account of the caller. */
@Component
class OwnAccountArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String NEEDS_SECOND_FACTOR = "second-factor-required";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OwnAccount.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken signedIn) {
            return of(signedIn.getToken()).orElseThrow(() -> new AccessDeniedException("Has no account of a person"));
        }
        throw new IllegalStateException("An endpoint that asks who is calling is open to nobody in particular");
    }

    private static Optional<OwnAccount> of(Jwt token) {
        String subject = Objects.requireNonNullElse(token.getSubject(), "");
        String username = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), subject);
        boolean needs = Caller.rolesOf(token).contains(NEEDS_SECOND_FACTOR);
        return PersonId.parse(subject).map(id -> new OwnAccount(id, username, needs));
    }
}
