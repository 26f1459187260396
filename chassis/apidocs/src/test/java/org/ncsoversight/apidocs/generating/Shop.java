package org.ncsoversight.apidocs.generating;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.apidocs.ApiDocument;
import org.ncsoversight.apidocs.ApiFacts;
import org.ncsoversight.apidocs.Refuses;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.apidocs.Takes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A small service: pears and apples are sold to whoever may buy. */
@SpringBootApplication
@Import(ApiDocument.class)
public class Shop {

    @Bean
    ApiFacts facts() {
        return new ApiFacts(
                "shop",
                "Shop",
                "Sells fruit.",
                Map.of("buyer", List.of("BUY"), "keeper", List.of("BUY", "STOCK")),
                Map.of(404, List.of("not-here"), 415, List.of("strange-type")));
    }

    @Bean
    SecurityFilterChain routes(HttpSecurity http) {
        return http.authorizeHttpRequests(routes -> routes.requestMatchers(ApiDocument.PATH)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/shop/pears/**", "/api/shop/apples/**")
                        .hasAuthority("BUY")
                        .requestMatchers("/api/shop/**")
                        .hasAuthority("STOCK"))
                .build();
    }

    enum Spoilt {
        TOO_SOFT
    }

    /** Of any kind. */
    @RestController
    static class FruitApi {

        record Fruit(
                @Schema(description = "In grams.", minimum = "1")
                int weight,

                @Schema(description = "Where it grew.") @Nullable
                String origin,

                LocalDate asOf) {}

        @Operation(summary = "One piece of fruit")
        @Returns(Fruit.class)
        @GetMapping("/api/shop/{kind:pears|apples}/{id}")
        ResponseEntity<?> one(
                @Parameter(description = "Pears or apples.") @PathVariable String kind, @PathVariable String id) {
            throw new UnsupportedOperationException(kind + id);
        }

        @Operation(summary = "Puts fruit on the shelf")
        @Returns(value = Fruit.class, status = 201)
        @Refuses(status = 422, value = "no-room", each = Spoilt.class)
        @PutMapping("/api/shop/{kind:pears|apples}/{id}")
        ResponseEntity<?> stock(
                @Parameter(description = "Pears or apples.") @PathVariable String kind,
                @PathVariable String id,
                @RequestBody Fruit fruit,
                @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
            throw new UnsupportedOperationException(kind + id + fruit + ifMatch);
        }

        @Operation(summary = "Takes a delivery note")
        @Takes(value = "text/csv", description = "One row for each crate.", example = "kind,crates\npears,3\n")
        @Returns(value = Void.class, status = 204)
        @PostMapping(path = "/api/shop/deliveries", consumes = "text/csv")
        ResponseEntity<?> delivered() {
            throw new UnsupportedOperationException();
        }
    }

    /** Says nothing about itself. */
    @RestController
    @ConditionalOnProperty("shop.silent")
    static class SilentApi {

        @GetMapping("/api/shop/pears/price")
        ResponseEntity<?> price() {
            throw new UnsupportedOperationException();
        }
    }
}
