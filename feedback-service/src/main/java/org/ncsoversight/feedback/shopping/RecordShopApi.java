package org.ncsoversight.feedback.shopping;

import static org.ncsoversight.feedback.refusing.Refusals.notFound;
import static org.ncsoversight.feedback.refusing.Refusals.problem;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.apidocs.Refuses;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.security.Caller;
import org.ncsoversight.feedback.shopping.RecordShop.Command;
import org.ncsoversight.feedback.shopping.RecordShop.Result;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mystery shops for machines. */
@RestController
@RequestMapping("/api/feedback/shops")
class RecordShopApi {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final RecordShop recordShop;
    private final ShopStore shops;

    RecordShopApi(RecordShop recordShop, ShopStore shops) {
        this.recordShop = recordShop;
        this.shops = shops;
    }

    @Operation(
            summary = "Records a mystery shop",
            description = "The same shop again is answered with 200. Without an id and without an Idempotency-Key, each"
                    + " request records one more.")
    @Returns(
            value = ShopAnswer.class,
            status = {200, 201})
    @Refuses(
            status = 400,
            value = {"idempotency-key-unfit", "unreadable"})
    @Refuses(status = 409, value = "recorded-differently")
    @Refuses(status = 422, value = "invalid")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> take(
            Caller caller,
            Principal signedIn,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody ShopForm form) {
        if (key != null && !KEY_FORM.matcher(key).matches()) {
            return ResponseEntity.of(problem(
                            HttpStatus.BAD_REQUEST,
                            "idempotency-key-unfit",
                            "An Idempotency-Key has 1 to 255 printable ASCII characters"))
                    .build();
        }
        ShopForm named = key == null ? form : form.orNamed(idOf(signedIn, key));
        return switch (recordShop.run(new Command(caller, named))) {
            case Result.Recorded(var shop) ->
                ResponseEntity.created(
                                URI.create("/api/feedback/shops/" + shop.id().value()))
                        .body(ShopAnswer.of(shop));
            case Result.AlreadyRecorded(var shop) -> ResponseEntity.ok(ShopAnswer.of(shop));
            case Result.Invalid(var faults) -> invalid(faults);
            case Result.RecordedDifferently(var id) ->
                ResponseEntity.of(problem(
                                HttpStatus.CONFLICT,
                                "recorded-differently",
                                "Shop %s is recorded with other content".formatted(id.value())))
                        .build();
        };
    }

    @Operation(summary = "One mystery shop, without the shopper's comment")
    @Returns(ShopAnswer.class)
    @GetMapping("/{id}")
    ResponseEntity<?> show(Caller caller, @PathVariable String id) {
        Optional<Shop> found = idOf(id).flatMap(known -> shops.find(known, caller.sees()));
        return found.isPresent()
                ? ResponseEntity.ok(ShopAnswer.of(found.get()))
                : ResponseEntity.of(notFound()).build();
    }

    /** Follows from caller and key, so that a repeat names the same shop also after a crash; one caller's is not another's. */
    private static UUID idOf(Principal signedIn, String key) {
        return UUID.nameUUIDFromBytes((signedIn.getName() + '\n' + key.strip()).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<ShopId> idOf(String text) {
        try {
            return Optional.of(new ShopId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<?> invalid(List<FieldFault> faults) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Fields are missing or wrong");
        problem.setProperty("errors", faults);
        return ResponseEntity.of(problem).build();
    }
}
