package org.ncsoversight.evidence.exchange.webhooks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was sent to a webhook, as a file. */
@Controller
class DeliveriesExport {

    private static final List<Column<Delivery>> COLUMNS = List.of(
            new Column<>("Event", Delivery::type),
            new Column<>("Heard", Delivery::heardAt),
            new Column<>("State", delivery -> delivery.state().word()),
            new Column<>("Attempts", Delivery::attempts),
            new Column<>("Last status", Delivery::lastStatus),
            new Column<>("Trouble", Delivery::trouble),
            new Column<>("Id", delivery -> delivery.id().toString()));

    private final ManageWebhooks webhooks;
    private final Export export;

    DeliveriesExport(ManageWebhooks webhooks, Export export) {
        this.webhooks = webhooks;
        this.export = export;
    }

    @GetMapping("/evidence/webhooks/{id}/export.{extension:csv|xlsx}")
    void export(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String extension,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var webhook = webhooks.find(caller, id).orElseThrow(WebhooksApi::notFound);
        var wanted = state.equals(Delivery.State.FAILED.word()) ? Delivery.State.FAILED : null;
        var filter = wanted == null ? List.<Setting>of() : List.of(new Setting("State", "Failed"));
        export.answer(
                response,
                extension,
                new Spreadsheet<>("What was sent to " + webhook.address(), filter, COLUMNS),
                new WholeList<>(after -> page(webhooks.deliveries(webhook, wanted, after, WholeList.PAGE_LENGTH + 1))));
    }

    private static WholeList.Page<Delivery> page(List<Delivery> found) {
        boolean more = found.size() > WholeList.PAGE_LENGTH;
        List<Delivery> rows = more ? found.subList(0, WholeList.PAGE_LENGTH) : found;
        return new WholeList.Page<>(rows, more ? Optional.of(rows.getLast().listKey()) : Optional.empty());
    }
}
