package org.ncsoversight.feedback.viewing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.List;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.importing.InMemoryImportStore;
import org.ncsoversight.feedback.importing.InMemoryResponseStore;
import org.ncsoversight.feedback.model.Answer;
import org.ncsoversight.feedback.model.SectionScore;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.security.VisibleProviders;
import org.ncsoversight.feedback.shopping.InMemoryShopStore;

/** The view for tests that need no database. */
public final class InMemoryFeedbackView implements FeedbackView {

    private final InMemoryResponseStore responses;
    private final InMemoryShopStore shops;
    private final InMemoryImportStore imports;

    public InMemoryFeedbackView(InMemoryResponseStore responses, InMemoryShopStore shops, InMemoryImportStore imports) {
        this.responses = responses;
        this.shops = shops;
        this.imports = imports;
    }

    @Override
    public List<MonthCount> months(VisibleProviders visible) {
        return responses.all().stream()
                .filter(response -> visible.include(response.provider()))
                .collect(groupingBy(response -> YearMonth.from(response.respondedOn())))
                .entrySet()
                .stream()
                .map(month -> {
                    var answers = month.getValue().stream()
                            .flatMap(response -> response.overall().stream())
                            .toList();
                    return new MonthCount(
                            month.getKey(),
                            answers.size(),
                            answers.stream().filter(Answer::positive).count());
                })
                .sorted(comparing(MonthCount::month).reversed())
                .toList();
    }

    @Override
    public List<ShopLine> shops(VisibleProviders visible, int limit) {
        return shops.all().stream()
                .filter(shop -> visible.include(shop.provider()))
                .sorted(comparing(Shop::shopDate).reversed())
                .limit(limit)
                .map(shop -> new ShopLine(
                        shop.id().value(),
                        shop.provider(),
                        shop.shopDate(),
                        shop.wave(),
                        shop.sections().stream().mapToInt(SectionScore::score).sum(),
                        shop.sections().stream()
                                .mapToInt(SectionScore::maxScore)
                                .sum()))
                .toList();
    }

    @Override
    public List<ImportLine> imports(VisibleProviders visible, int limit) {
        return imports.visible(visible).stream()
                .limit(limit)
                .map(file -> new ImportLine(
                        file.id().value(),
                        file.startedAt(),
                        file.owner(),
                        file.state() == State.REFUSED,
                        file.counts().rows(),
                        file.counts().rejected()))
                .toList();
    }
}
