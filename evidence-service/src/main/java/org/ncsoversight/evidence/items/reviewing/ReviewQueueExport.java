package org.ncsoversight.evidence.items.reviewing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.presentation.EvidenceSheet;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What waits for an assessor, as a file. */
@Controller
class ReviewQueueExport {

    private static final int ITEMS_AT_A_TIME = 200;

    private final EvidenceStore store;
    private final EvidenceSheet sheet;
    private final Export export;

    ReviewQueueExport(EvidenceStore store, EvidenceSheet sheet, Export export) {
        this.store = store;
        this.sheet = sheet;
        this.export = export;
    }

    @GetMapping("/evidence/reviews/export.{extension:csv|xlsx}")
    void export(Caller caller, @PathVariable String extension, HttpServletResponse response) throws IOException {
        var filter = List.of(new Setting("State", "Waiting for review or in review, oldest first"));
        Iterable<Evidence> all = () -> new Waiting(store, caller.visible());
        export.answer(response, extension, sheet.of("Evidence waiting for review", filter), all);
    }

    /** The whole queue, of which only some items are in memory at a time. */
    private static final class Waiting implements Iterator<Evidence> {

        private final EvidenceStore store;
        private final VisibleProviders visible;
        private final Deque<Evidence> read = new ArrayDeque<>();
        private @Nullable String after;
        private boolean more = true;

        Waiting(EvidenceStore store, VisibleProviders visible) {
            this.store = store;
            this.visible = visible;
        }

        @Override
        public boolean hasNext() {
            if (read.isEmpty() && more) {
                var queue = store.waiting(after, ITEMS_AT_A_TIME, visible);
                read.addAll(queue.items());
                after = queue.next().orElse(null);
                more = queue.more();
            }
            return !read.isEmpty();
        }

        @Override
        public Evidence next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read.remove();
        }
    }
}
