package org.ncsoversight.apidocs.generating;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.SpecVersion;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.ncsoversight.apidocs.ApiFacts;
import org.ncsoversight.apidocs.Returns;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Added to a service for as long as its document is made: springdoc reads the routes, and our own words are added. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/ncsoversight/apidocs/generating/springdoc.properties")
class Generation {

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers, SchemaNames names) {
        return new ModelResolver(mappers.jsonMapper(), names);
    }

    @Bean
    OpenApiCustomizer schemasOfAnswers(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        List<HandlerMethod> methods = Route.of(mappings).stream()
                .flatMap(route -> route.methods().stream())
                .toList();
        methods.forEach(Generation::ignoreCallers);
        return document -> methods.stream()
                .flatMap(method ->
                        AnnotatedElementUtils.getMergedRepeatableAnnotations(method.getMethod(), Returns.class)
                                .stream())
                .map(Generation::typeOf)
                .filter(type -> type.toClass().isRecord())
                .map(ResolvableType::getType)
                .distinct()
                .forEach(type -> SpringDocAnnotationsUtils.extractSchema(
                        document.getComponents(), type, null, new Annotation[0], SpecVersion.V31));
    }

    @Bean
    GeneratedDocument generatedDocument(
            OpenApiWebMvcResource springdoc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            List<SecurityFilterChain> chains,
            ApiFacts facts,
            SchemaNames names) {
        return new GeneratedDocument(springdoc, Route.of(mappings), new Roles(chains, facts), facts, names);
    }

    private static ResolvableType typeOf(Returns answers) {
        Class<?> type = answers.value();
        return answers.of().length == 0
                ? ResolvableType.forClass(type.isArray() ? type.componentType() : type)
                : ResolvableType.forClassWithGenerics(type, answers.of());
    }

    /** Who is calling is read from the token, not from the address. */
    private static void ignoreCallers(HandlerMethod method) {
        Arrays.stream(method.getMethod().getParameters())
                .map(Parameter::getType)
                .filter(type -> type.getPackageName().startsWith("org.ncsoversight")
                        && type.getPackageName().endsWith(".security"))
                .forEach(type -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(type));
    }
}
