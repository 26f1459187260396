package org.ncsoversight.bodies;

import com.fasterxml.jackson.annotation.Nulls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses in requests what would be lost or would break later: fields that nobody reads, nothings inside of lists, halves
 * of characters, blanks around a part of the path. Messages of other services are read by other mappers, which stay blind
 * to what is new in them.
 */
@Configuration(proxyBeanMethods = false)
@Import(WrongFieldAnswers.class)
public class StrictBodies implements WebMvcConfigurer {

    private final JsonMapper json;

    StrictBodies(JsonMapper json) {
        this.json = json;
    }

    /** For whoever reads a body by itself. */
    public static JsonMapper strict(JsonMapper lenient) {
        return lenient.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new WholeTexts())
                .changeDefaultNullHandling(usual -> usual.withContentNulls(Nulls.FAIL))
                .build();
    }

    @Bean
    ShownForms shownForms() {
        return new ShownForms();
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ExactPaths());
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new StrictJson(strict(json)));
    }
}
