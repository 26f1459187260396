package org.ncsoversight.feedback.shopping;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Section;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.security.Caller;
import org.ncsoversight.feedback.shopping.RecordShop.Command;
import org.ncsoversight.feedback.shopping.RecordShop.Result;
import org.ncsoversight.feedback.shopping.ShopForm.SectionForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mystery shops for people. */
@Controller
@RequestMapping("/feedback/shops")
class RecordShopPage {

    private final RecordShop recordShop;
    private final ShopStore shops;
    private final ProviderRegister register;

    RecordShopPage(RecordShop recordShop, ShopStore shops, ProviderRegister register) {
        this.recordShop = recordShop;
        this.shops = shops;
        this.register = register;
    }

    @GetMapping("/new")
    ModelAndView form() {
        // The form brings its own id, so that sending it twice records one shop.
        return form(HttpStatus.OK, Map.of("shop", UUID.randomUUID().toString()), List.of());
    }

    @PostMapping("/new")
    ModelAndView take(Caller caller, @RequestParam Map<String, String> typed) {
        return switch (recordShop.run(new Command(caller, formOf(typed)))) {
            case Result.Recorded(var shop) -> redirectTo(shop);
            case Result.AlreadyRecorded(var shop) -> redirectTo(shop);
            case Result.Invalid(var faults) -> form(HttpStatus.UNPROCESSABLE_CONTENT, typed, faults);
            case Result.RecordedDifferently _ ->
                form(
                        HttpStatus.CONFLICT,
                        typed,
                        List.of(new FieldError(
                                "wave", "recorded-differently", "This shop has been recorded with other content")));
        };
    }

    @GetMapping("/{id}")
    ModelAndView show(Caller caller, @PathVariable String id) {
        return RecordShopApi.idOf(id)
                .flatMap(known -> shops.find(known, caller.sees()))
                .map(shop -> page(shop)
                        .addObject(
                                "mine",
                                !caller.mayRecordShops() && caller.importsFor().include(shop.provider())))
                .orElseThrow(Problem::notFound);
    }

    private ModelAndView page(Shop shop) {
        return new ModelAndView("shopping/shop")
                .addObject("shop", shop)
                .addObject(
                        "provider",
                        register.provider(shop.provider())
                                .map(known -> known.name())
                                .orElse(""));
    }

    private static ModelAndView redirectTo(Shop shop) {
        var redirect = new ModelAndView("redirect:/feedback/shops/" + shop.id().value());
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private static ModelAndView form(HttpStatus status, Map<String, String> typed, List<FieldError> faults) {
        var messages = new LinkedHashMap<String, String>();
        faults.forEach(fault -> messages.putIfAbsent(fault.field(), fault.message()));
        var page = new ModelAndView("shopping/new-shop")
                .addObject("typed", typed)
                .addObject("errors", messages)
                .addObject("channels", Channel.values())
                .addObject("allSections", Section.values());
        page.setStatus(status);
        return page;
    }

    private static ShopForm formOf(Map<String, String> typed) {
        var sections = new ArrayList<SectionForm>();
        for (var section : Section.values()) {
            String field = "sections[%d]".formatted(sections.size());
            sections.add(new SectionForm(section.code(), typed.get(field + ".score"), typed.get(field + ".maxScore")));
        }
        return new ShopForm(
                typed.get("shop"),
                typed.get("wave"),
                typed.get("touchpoint"),
                typed.get("subcontractorUkprn"),
                typed.get("channel"),
                typed.get("scenario"),
                requireNonNullElse(typed.get("shopDate"), ""),
                sections,
                typed.get("comment"));
    }
}
