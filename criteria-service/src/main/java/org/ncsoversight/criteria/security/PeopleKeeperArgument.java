package org.ncsoversight.criteria.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.Ukprn;
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

/** Tells every endpoint that asks for it whose people the caller looks after. */
@Component
class PeopleKeeperArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PeopleKeeper.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken signedIn) {
            return of(signedIn.getToken())
                    .orElseThrow(() -> new AccessDeniedException("Looks after the people of no organisation"));
        }
        throw new IllegalStateException("An endpoint that asks who is calling is open to nobody in particular");
    }

    static Optional<PeopleKeeper> of(Jwt token) {
        String subject = Objects.requireNonNullElse(token.getSubject(), "");
        String username = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), subject);
        if (username.isEmpty()) {
            return Optional.empty();
        }
        if (AccessRules.of(Caller.rolesOf(token)).contains(Capability.KEEP_ALL_PEOPLE)) {
            return Optional.of(new PeopleKeeper(subject, username, Optional.empty()));
        }
        return Optional.ofNullable(token.getClaimAsString("ukprn"))
                .flatMap(Ukprn::parse)
                .map(own -> new PeopleKeeper(subject, username, Optional.of(own)));
    }
}
