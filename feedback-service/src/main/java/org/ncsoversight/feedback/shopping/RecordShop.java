package org.ncsoversight.feedback.shopping;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.feedback.model.England;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records a mystery shop, once and for all. */
@Component
public class RecordShop {

    public record Command(Caller caller, ShopForm form) {}

    /** Every way a recording can end. */
    public sealed interface Result {

        record Recorded(Shop shop) implements Result {}

        record AlreadyRecorded(Shop earlier) implements Result {}

        record Invalid(List<FieldError> faults) implements Result {}

        /** This id names a shop that said something else. */
        record RecordedDifferently(ShopId id) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(RecordShop.class);

    private final ProviderRegister register;
    private final ShopStore shops;
    private final Clock clock;

    RecordShop(ProviderRegister register, ShopStore shops, Clock clock) {
        this.register = register;
        this.shops = shops;
        this.clock = clock;
    }

    public Result run(Command command) {
        var contracts = register.contracts().seenBy(command.caller().sees()::include);
        var reader = new ShopFormReader(command.form(), contracts, England.today(clock));
        var read = reader.read(new ShopId(UUID.randomUUID()));
        if (read.isEmpty()) {
            return new Result.Invalid(reader.faults());
        }
        var shop = read.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var earlier = shops.add(new ShopRecorded(UUID.randomUUID(), now, shop));
        if (earlier.isPresent()) {
            return earlier.get().equals(shop)
                    ? new Result.AlreadyRecorded(shop)
                    : new Result.RecordedDifferently(shop.id());
        }
        log.atInfo().addKeyValue("shopId", shop.id().value()).log("Mystery shop recorded");
        return new Result.Recorded(shop);
    }
}
