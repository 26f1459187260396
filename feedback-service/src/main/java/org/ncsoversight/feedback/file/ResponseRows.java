package org.ncsoversight.feedback.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.feedback.model.Answer;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;
import org.ncsoversight.tables.BadRow;

/** The rows of one response as they come by; one bad row makes the whole response bad. */
final class ResponseRows {

    private int rows;
    private boolean bad;
    private @Nullable GoodRow first;
    private final List<Answer> answers = new ArrayList<>(8);

    void addBad() {
        rows++;
        bad = true;
    }

    /** What is wrong with this row beside the earlier ones. */
    Optional<BadRow> add(GoodRow row) {
        rows++;
        if (first == null) {
            first = row;
        }
        var fault = faultBeside(first, row);
        if (fault.isPresent()) {
            bad = true;
        } else {
            answers.add(row.answer());
        }
        return fault;
    }

    int rows() {
        return rows;
    }

    /** Empty when a row was bad. */
    Optional<Response> response(FileOwner owner) {
        if (bad || first == null) {
            return Optional.empty();
        }
        return Optional.of(new Response(
                ResponseId.of(owner, first.survey(), first.response()),
                0,
                first.provider(),
                first.touchpoint(),
                first.survey(),
                first.wave(),
                first.channel(),
                first.respondedOn(),
                answers));
    }

    private Optional<BadRow> faultBeside(GoodRow earlier, GoodRow row) {
        var column = differenceBetween(earlier, row);
        if (column.isPresent()) {
            return Optional.of(RowFault.INCONSISTENT_RESPONSE.at(row.row(), column.get()));
        }
        boolean again = answers.stream()
                .anyMatch(answer -> answer.question().equals(row.answer().question()));
        return again ? Optional.of(RowFault.DUPLICATE_ANSWER.at(row.row(), Column.QUESTION_CODE)) : Optional.empty();
    }

    private static Optional<Column> differenceBetween(GoodRow earlier, GoodRow row) {
        if (!earlier.wave().equals(row.wave())) {
            return Optional.of(Column.WAVE);
        }
        if (!earlier.touchpoint().equals(row.touchpoint())) {
            return Optional.of(Column.TOUCHPOINT_ID);
        }
        if (earlier.channel() != row.channel()) {
            return Optional.of(Column.CHANNEL);
        }
        if (!earlier.respondedOn().equals(row.respondedOn())) {
            return Optional.of(Column.RESPONDED_ON);
        }
        if (!earlier.provider().equals(row.provider())) {
            return Optional.of(Column.SUBCONTRACTOR_UKPRN);
        }
        return Optional.empty();
    }
}
