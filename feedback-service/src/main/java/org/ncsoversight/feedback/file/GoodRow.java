package org.ncsoversight.feedback.file;

import java.time.LocalDate;
import org.ncsoversight.feedback.model.Answer;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;

/** A row that makes sense by itself. */
record GoodRow(
        int row,
        String survey,
        String response,
        String wave,
        Ukprn provider,
        Touchpoint touchpoint,
        Channel channel,
        LocalDate respondedOn,
        Answer answer) {}
