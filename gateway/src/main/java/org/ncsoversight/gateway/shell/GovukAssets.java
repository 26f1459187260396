package org.ncsoversight.gateway.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Serves GOV.UK Frontend without its font and crest, which are for gov.uk alone, and our own few files. */
@Configuration(proxyBeanMethods = false)
class GovukAssets implements WebMvcConfigurer {

    private static final String PUBLISHED =
            "classpath*:/META-INF/resources/webjars/govuk-frontend/*/dist/govuk/govuk-frontend.min.css";

    private final ShellSettings settings;

    GovukAssets(ShellSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var cache = CacheControl.maxAge(settings.assetsKept()).cachePublic();
        registry.addResourceHandler("/assets/govuk/{file:govuk-frontend\\.min\\.(?:css|js)}")
                .addResourceLocations(folder())
                .setCacheControl(cache)
                .resourceChain(true)
                .addResolver(new PathResourceResolver())
                .addTransformer(new OwnFont());
        registry.addResourceHandler("/assets/gateway/**")
                .addResourceLocations("classpath:/static/assets/gateway/")
                .setCacheControl(cache);
    }

    private static Resource folder() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(PUBLISHED)[0].createRelative("./");
        } catch (IOException e) {
            throw new IllegalStateException("GOV.UK Frontend is not on the class path", e);
        }
    }

    private static final class OwnFont implements ResourceTransformer {

        @Override
        public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
                throws IOException {
            Resource css = chain.transform(request, resource);
            return String.valueOf(css.getFilename()).endsWith(".css") ? new TransformedResource(css, own(css)) : css;
        }

        private static byte[] own(Resource css) throws IOException {
            return css.getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("@font-face\\{[^}]*}", "")
                    .replaceAll("url\\(/assets/[^)]*\\)", "none")
                    .replace(
                            "GDS Transport,arial,sans-serif", "arial,\"Helvetica Neue\",\"Liberation Sans\",sans-serif")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
