package org.ncsoversight.feedback.file;

import static org.ncsoversight.feedback.file.Column.ANSWER_CODE;
import static org.ncsoversight.feedback.file.Column.CHANNEL;
import static org.ncsoversight.feedback.file.Column.QUESTION_CODE;
import static org.ncsoversight.feedback.file.Column.RESPONDED_ON;
import static org.ncsoversight.feedback.file.Column.RESPONSE_ID;
import static org.ncsoversight.feedback.file.Column.SUBCONTRACTOR_UKPRN;
import static org.ncsoversight.feedback.file.Column.SURVEY_ID;
import static org.ncsoversight.feedback.file.Column.TOUCHPOINT_ID;
import static org.ncsoversight.feedback.file.Column.WAVE;
import static org.ncsoversight.feedback.file.Column.WEIGHT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.feedback.model.Answer;
import org.ncsoversight.feedback.model.Channel;
import org.ncsoversight.feedback.model.Questionnaire.Question;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.TableDates;

/** Reads the cells of one row, noting each fault and going on. */
final class RowReader {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,59}");
    // As people write a decimal number: Java would also read "1d", "0x1p0" and "NaN".
    private static final Pattern WEIGHT_FORM =
            Pattern.compile("(?=.{1,20}$)(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?");
    private static final double LARGEST_WEIGHT = 1000;

    private final RowContext context;
    private final int row;
    private final Map<Column, String> cells;
    private final List<BadRow> faults = new ArrayList<>();

    RowReader(RowContext context, int row, Map<Column, String> cells) {
        this.context = context;
        this.row = row;
        this.cells = cells;
    }

    List<BadRow> faults() {
        return faults;
    }

    /** Empty when the row has a fault. */
    Optional<GoodRow> read() {
        String survey = code(SURVEY_ID);
        String wave = code(WAVE);
        String response = code(RESPONSE_ID);
        var touchpoint = cell(TOUCHPOINT_ID, this::knownTouchpoint, RowFault.UNKNOWN_TOUCHPOINT);
        var channel = cell(CHANNEL, Channel::of, RowFault.UNKNOWN_CHANNEL);
        var respondedOn = date();
        var provider = provider(touchpoint, respondedOn);
        var answer = answer();
        if (!faults.isEmpty()
                || touchpoint == null
                || channel == null
                || respondedOn == null
                || provider == null
                || answer == null) {
            return Optional.empty();
        }
        return Optional.of(
                new GoodRow(row, survey, response, wave, provider, touchpoint, channel, respondedOn, answer));
    }

    private Optional<Touchpoint> knownTouchpoint(String text) {
        return Touchpoint.of(text).filter(context.contracts()::know);
    }

    private @Nullable LocalDate date() {
        var date = cell(RESPONDED_ON, TableDates::of, RowFault.MALFORMED_DATE);
        if (date != null && date.isAfter(context.today())) {
            fault(RESPONDED_ON, RowFault.FUTURE_DATE);
            return null;
        }
        return date;
    }

    private @Nullable Ukprn provider(@Nullable Touchpoint touchpoint, @Nullable LocalDate date) {
        String text = text(SUBCONTRACTOR_UKPRN);
        var named = Ukprn.of(text);
        if (!text.isEmpty() && named.isEmpty()) {
            fault(SUBCONTRACTOR_UKPRN, RowFault.MALFORMED_UKPRN);
            return null;
        }
        if (touchpoint == null || date == null) {
            return null;
        }
        var contract = context.contracts().on(touchpoint, date);
        if (contract.isEmpty()) {
            return fault(named.isPresent() ? SUBCONTRACTOR_UKPRN : TOUCHPOINT_ID, RowFault.NOT_IN_CONTRACT);
        }
        var provider = named.orElse(contract.get().prime());
        var own = context.owner().organisation();
        // Asked before the contract's subcontractors are looked at, so that they cannot be found out by trying.
        if (own.isPresent()
                && !own.get().equals(contract.get().prime())
                && !own.get().equals(provider)) {
            return fault(SUBCONTRACTOR_UKPRN, RowFault.NOT_OWN_ORGANISATION);
        }
        return contract.get().involves(provider) ? provider : fault(SUBCONTRACTOR_UKPRN, RowFault.NOT_IN_CONTRACT);
    }

    private @Nullable Answer answer() {
        Question question = cell(QUESTION_CODE, context.questionnaire()::question, RowFault.UNKNOWN_QUESTION);
        var weight = cell(WEIGHT, RowReader::weightOf, RowFault.MALFORMED_WEIGHT);
        if (question == null) {
            return null;
        }
        var positive = cell(ANSWER_CODE, question::positive, RowFault.UNKNOWN_ANSWER);
        return positive == null || weight == null
                ? null
                : new Answer(question.code(), text(ANSWER_CODE), positive, weight);
    }

    private String code(Column column) {
        var code = cell(
                column,
                text -> CODE.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                RowFault.MALFORMED);
        return code == null ? "" : code;
    }

    private <T> @Nullable T cell(Column column, Function<String, Optional<T>> meaning, RowFault otherwise) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, RowFault.MISSING);
            return null;
        }
        var value = meaning.apply(text);
        if (value.isEmpty()) {
            fault(column, otherwise);
            return null;
        }
        return value.get();
    }

    private String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    private @Nullable Ukprn fault(Column column, RowFault fault) {
        faults.add(fault.at(row, column));
        return null;
    }

    private static Optional<Double> weightOf(String text) {
        double weight = WEIGHT_FORM.matcher(text).matches() ? Double.parseDouble(text) : -1;
        return weight > 0 && weight <= LARGEST_WEIGHT ? Optional.of(weight) : Optional.empty();
    }
}
