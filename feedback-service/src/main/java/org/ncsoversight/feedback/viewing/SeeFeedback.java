package org.ncsoversight.feedback.viewing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.feedback.model.Provider;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.Caller;
import org.ncsoversight.feedback.security.VisibleProviders;
import org.ncsoversight.feedback.viewing.FeedbackView.ImportLine;
import org.ncsoversight.feedback.viewing.FeedbackView.ShopLine;
import org.springframework.stereotype.Component;

/** Shows a caller the feedback about one provider, or about all the caller may see. */
@Component
public class SeeFeedback {

    /**
     * What there is to see.
     *
     * @param provider the only one it is about, if it is about one
     */
    public record Overview(
            Optional<Provider> provider, List<MonthFigure> months, List<ShopLine> shops, List<ImportLine> imports) {}

    private static final int LINES = 50;

    private final FeedbackView view;
    private final ProviderRegister register;

    SeeFeedback(FeedbackView view, ProviderRegister register) {
        this.view = view;
        this.register = register;
    }

    /** Empty when there is no such provider, or not for this caller. */
    Optional<Overview> of(@Nullable String provider, Caller caller) {
        if (provider == null || provider.isBlank()) {
            return Optional.of(overview(caller.sees(), only(caller.sees()), caller));
        }
        return Ukprn.of(provider.strip())
                .filter(caller.sees()::include)
                .flatMap(this::known)
                .map(known -> overview(caller.sees().narrowedTo(known.ukprn()), Optional.of(known), caller));
    }

    /** Those the caller may choose from, by name. */
    List<Provider> choices(Caller caller) {
        return register.providers().stream()
                .filter(provider -> caller.sees().include(provider.ukprn()))
                .toList();
    }

    private Overview overview(VisibleProviders visible, Optional<Provider> provider, Caller caller) {
        return new Overview(
                provider,
                view.months(visible).stream().map(MonthFigure::of).toList(),
                view.shops(visible, LINES),
                caller.mayImport() ? view.imports(caller.importsFor(), LINES) : List.of());
    }

    private Optional<Provider> only(VisibleProviders visible) {
        return visible.restriction()
                .filter(providers -> providers.size() == 1)
                .map(providers -> providers.iterator().next())
                .map(ukprn -> known(ukprn).orElseGet(() -> new Provider(ukprn, "")));
    }

    private Optional<Provider> known(Ukprn ukprn) {
        return register.provider(ukprn);
    }
}
