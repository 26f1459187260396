package org.ncsoversight.feedback.viewing;

import org.jspecify.annotations.Nullable;
import org.ncsoversight.feedback.model.England;
import org.ncsoversight.feedback.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The summary for people. */
@Controller
class FeedbackPage {

    private final SeeFeedback seeFeedback;

    FeedbackPage(SeeFeedback seeFeedback) {
        this.seeFeedback = seeFeedback;
    }

    @GetMapping("/feedback")
    ModelAndView show(Caller caller, @RequestParam(required = false) @Nullable String provider) {
        var overview = seeFeedback.of(provider, caller);
        if (overview.isEmpty()) {
            var page = new ModelAndView("refusing/refused")
                    .addObject("title", "Not Found")
                    .addObject("sentence", "There is nothing here.");
            page.setStatus(HttpStatus.NOT_FOUND);
            return page;
        }
        return new ModelAndView("viewing/feedback")
                .addObject("overview", overview.get())
                .addObject("provider", overview.get().provider().orElse(null))
                .addObject("choices", seeFeedback.choices(caller))
                .addObject("caller", caller)
                .addObject("zone", England.ZONE)
                .addObject("smallestBase", MonthFigure.SMALLEST_BASE);
    }
}
