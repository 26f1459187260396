package org.ncsoversight.reporting.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says on pages how far this service has heard. */
@Component
public final class ProgressWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm:ss", Locale.UK);

    private final ProgressWatch watch;
    private final Clock clock;

    ProgressWords(ProgressWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    public String now() {
        return of(watch.now(), clock);
    }

    static String of(Progress progress, Clock clock) {
        if (progress.behind() == null) {
            return progress.heardUpTo() == null
                    ? "Cannot tell how many events behind"
                    : "Cannot tell how many events behind, last heard up to " + time(progress, clock);
        }
        String behind = progress.behind() == 1 ? "1 event behind" : progress.behind() + " events behind";
        return progress.heardUpTo() == null
                ? "Catching up, " + behind
                : "Heard up to " + time(progress, clock) + ", " + behind;
    }

    private static String time(Progress progress, Clock clock) {
        if (progress.heardUpTo() == null) {
            return "";
        }
        ZonedDateTime at = progress.heardUpTo().atZone(clock.getZone());
        return (at.toLocalDate().equals(LocalDate.now(clock)) ? TIME : DAY_AND_TIME).format(at);
    }
}
