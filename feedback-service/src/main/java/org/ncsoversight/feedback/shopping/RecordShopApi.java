package org.ncsoversight.feedback.shopping;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.repeating.Repeats;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mystery shops for machines. */
@RestController
@RequestMapping("/api/feedback/shops")
class RecordShopApi {

    private final RecordShop recordShop;
    private final ShopStore shops;

    RecordShopApi(RecordShop recordShop, ShopStore shops) {
        this.recordShop = recordShop;
        this.shops = shops;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> take(Caller caller, HttpServletRequest request, @RequestBody ShopForm form) {
        ShopForm named = Repeats.idIn(request).map(form::orNamed).orElse(form);
        return switch (recordShop.run(new Command(caller, named))) {
            case Result.Recorded(var shop) ->
                ResponseEntity.created(
                                URI.create("/api/feedback/shops/" + shop.id().value()))
                        .body(ShopAnswer.of(shop));
            case Result.AlreadyRecorded(var shop) -> ResponseEntity.ok(ShopAnswer.of(shop));
            case Result.Invalid(var errors) -> Problem.invalid(errors).answer();
            case Result.RecordedDifferently(var id) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "recorded-differently",
                                "Shop %s is recorded with other content".formatted(id.value()))
                        .answer();
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<?> show(Caller caller, @PathVariable String id) {
        Optional<Shop> found = idOf(id).flatMap(known -> shops.find(known, caller.sees()));
        return found.isPresent()
                ? ResponseEntity.ok(ShopAnswer.of(found.get()))
                : Problem.notFound().answer();
    }

    static Optional<ShopId> idOf(String text) {
        try {
            return Optional.of(new ShopId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
