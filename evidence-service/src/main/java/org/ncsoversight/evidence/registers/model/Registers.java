package org.ncsoversight.evidence.registers.model;

import static org.ncsoversight.evidence.registers.model.Column.optional;
import static org.ncsoversight.evidence.registers.model.Column.personal;
import static org.ncsoversight.evidence.registers.model.Column.required;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.registers.model.ColumnType.Choice;
import org.ncsoversight.evidence.registers.model.ColumnType.Day;
import org.ncsoversight.evidence.registers.model.ColumnType.Figure;
import org.ncsoversight.evidence.registers.model.ColumnType.Text;
import org.ncsoversight.evidence.registers.model.RowRule.MoreThan;
import org.ncsoversight.evidence.registers.model.RowRule.NeededBy;
import org.ncsoversight.evidence.registers.model.RowRule.NotBefore;
import org.ncsoversight.evidence.registers.model.RowRule.NotInFuture;

/** The registers that the Standard names. */
public final class Registers {

    /** What was reviewed, evaluated or appraised within this time counts as current. */
    static final int CURRENT_FOR_MONTHS = 12;

    private static final int LEVEL_4 = 4;
    private static final int LEVEL_6 = 6;
    private static final int HIGHEST_LEVEL = 8;
    private static final int LONGEST_INTERVAL_IN_MONTHS = 60;

    private static final Text LINE = new Text(200, false);
    private static final Text SHORT = new Text(60, false);
    private static final Text LINES = new Text(1000, true);
    private static final Figure LEVEL = Figure.whole(0, HIGHEST_LEVEL);
    private static final Figure FIGURE = new Figure(2, new BigDecimal(-1_000_000_000), new BigDecimal(1_000_000_000));
    private static final String EXAMPLE_DAY = "For example, 27 3 2026";

    public static final Register AIMS = new Register(
            "aims",
            "Aims and objectives",
            "aim",
            "What your service sets out to do, how you will know, and how it is going.",
            List.of("1.1", "4.1"),
            withTarget(
                    List.of(
                            required("aim", "Aim", "What you want to achieve", LINE),
                            required("measure", "Measure", "How you will know, for example clients in work", LINE)),
                    optional("strategy", "Wider strategy", "Which wider strategy or local measure it serves", LINE)),
            List.of("aim", "measure", "from"),
            TargetRules.ALL,
            List.of(new RegisterMeasure(
                    "aims-on-target", "Aims on target", Registers::hasResultFor, Registers::meetsTarget)));

    public static final Register OUTCOMES = new Register(
            "outcomes",
            "Outcome definitions",
            "outcome",
            "What success means for a client, and who helped to say so.",
            List.of("1.5"),
            List.of(
                    required("outcome", "Outcome", "What is better for a client", LINE),
                    required("measured", "How it is measured", "", LINES),
                    required("involved", "Who was involved", "Roles or groups, not names", LINES),
                    optional("reviewedOn", "Reviewed on", EXAMPLE_DAY, new Day())),
            List.of("outcome"),
            List.of(new NotInFuture("reviewedOn")),
            List.of(new RegisterMeasure(
                    "outcomes-reviewed",
                    "Outcome definitions reviewed in the last 12 months",
                    (row, asOf) -> true,
                    (row, asOf) -> isCurrent(row, "reviewedOn", asOf))));

    public static final Register PARTNERSHIPS = new Register(
            "partnerships",
            "Partnerships",
            "partnership",
            "Who you work with, what you agreed, and what it is worth.",
            List.of("1.8", "4.4"),
            List.of(
                    required("partner", "Partner", "The organisation or network", LINE),
                    required(
                            "level",
                            "Level",
                            "",
                            Choice.of(
                                    "strategic",
                                    "Strategic",
                                    "operational",
                                    "Operational",
                                    "referral",
                                    "Signposting and referral",
                                    "supply-chain",
                                    "Supply chain")),
                    required(
                            "agreement",
                            "Agreement",
                            "",
                            Choice.of(
                                    "contract",
                                    "Contract",
                                    "sla",
                                    "Service level agreement",
                                    "mou",
                                    "Memorandum of understanding",
                                    "informal",
                                    "Informal")),
                    optional("agreedOn", "Agreed on", EXAMPLE_DAY, new Day()),
                    optional("agreementReview", "Agreement to be reviewed by", EXAMPLE_DAY, new Day()),
                    optional("evaluatedOn", "Effectiveness evaluated on", EXAMPLE_DAY, new Day()),
                    optional("finding", "Finding", "What it brings, and what changed because of that", LINES)),
            List.of("partner"),
            List.of(
                    new NotInFuture("agreedOn"),
                    new NotInFuture("evaluatedOn"),
                    new NotBefore("agreementReview", "agreedOn"),
                    new NeededBy("finding", "evaluatedOn")),
            List.of(new RegisterMeasure(
                    "partnerships-evaluated",
                    "Partnerships evaluated in the last 12 months",
                    (row, asOf) -> true,
                    (row, asOf) -> isCurrent(row, "evaluatedOn", asOf))));

    public static final Register ADVISERS = new Register(
            "advisers",
            "Advisers",
            "adviser",
            "Who advises clients and how they are qualified. Names are seen by your own organisation only.",
            List.of("2.3", "2.4", "2.5", "4.6"),
            List.of(
                    required(
                            "reference", "Own reference", "A staff number; others see it, so do not use a name", SHORT),
                    personal("name", "Name", "Seen by your own organisation only", LINE),
                    required("role", "Role", "", LINE),
                    required("held", "Qualification level held", "In advice and guidance, 0 if none yet", LEVEL),
                    optional("towards", "Working towards level", "", LEVEL),
                    optional("inductedOn", "Induction completed on", EXAMPLE_DAY, new Day()),
                    optional("appraisedOn", "Last appraisal on", EXAMPLE_DAY, new Day()),
                    optional("leftOn", "Leaving date", "The last day, if known", new Day())),
            List.of("reference"),
            List.of(new MoreThan("towards", "held"), new NotInFuture("inductedOn"), new NotInFuture("appraisedOn")),
            List.of(
                    new RegisterMeasure(
                            "advisers-level-4",
                            "Advisers at level 4 or above",
                            Registers::stillHere,
                            (row, asOf) -> isAtLevel(row, LEVEL_4)),
                    new RegisterMeasure(
                            "advisers-level-6",
                            "Advisers at level 6 or above",
                            Registers::stillHere,
                            (row, asOf) -> isAtLevel(row, LEVEL_6)),
                    new RegisterMeasure(
                            "advisers-inducted",
                            "Advisers whose induction is done",
                            Registers::stillHere,
                            (row, asOf) -> row.has("inductedOn")),
                    new RegisterMeasure(
                            "advisers-appraised",
                            "Advisers appraised in the last 12 months",
                            Registers::stillHere,
                            (row, asOf) -> isCurrent(row, "appraisedOn", asOf))));

    public static final Register RESOURCES = new Register(
            "resources",
            "Information resources",
            "resource",
            "What information you give to clients, and when it was last checked.",
            List.of("2.2"),
            List.of(
                    required("title", "Title", "", LINE),
                    required("where", "Where it is", "A web address or a place", new Text(500, false)),
                    required("owner", "Owner", "Who keeps it current: a role rather than a name", LINE),
                    optional("reviewedOn", "Last reviewed on", EXAMPLE_DAY, new Day()),
                    required("interval", "Review every", "In months", Figure.whole(1, LONGEST_INTERVAL_IN_MONTHS))),
            List.of("title"),
            List.of(new NotInFuture("reviewedOn")),
            List.of(new RegisterMeasure(
                    "resources-reviewed",
                    "Information resources reviewed in time",
                    (row, asOf) -> true,
                    Registers::reviewedInTime)));

    public static final Register STANDARDS = new Register(
            "standards",
            "Service standards",
            "standard",
            "What clients can count on, for example how soon they are called back, and whether you keep to it.",
            List.of("3.2"),
            withTarget(List.of(required("standard", "Standard", "What you promise, for example a call back", LINE))),
            List.of("standard", "from"),
            TargetRules.ALL,
            List.of(new RegisterMeasure(
                    "standards-met", "Service standards met", Registers::hasResultFor, Registers::meetsTarget)));

    /** In the order of the criteria they speak to. */
    public static final List<Register> ALL = List.of(AIMS, OUTCOMES, PARTNERSHIPS, RESOURCES, ADVISERS, STANDARDS);

    private Registers() {}

    public static Optional<Register> find(String code) {
        return ALL.stream().filter(register -> register.code().equals(code)).findFirst();
    }

    /** Both registers with a target have the same columns for it. */
    private static List<Column> withTarget(List<Column> first, Column... last) {
        var columns = new ArrayList<>(first);
        columns.addAll(List.of(
                required(
                        "unit",
                        "Counted in",
                        "",
                        Choice.of("percent", "Percent", "number", "Number", "days", "Days", "pounds", "Pounds")),
                required("better", "Better when", "", Choice.of("higher", "Higher", "lower", "Lower")),
                required("target", "Target", "", FIGURE),
                required("from", "Period from", EXAMPLE_DAY, new Day()),
                required("to", "Period to", EXAMPLE_DAY, new Day()),
                optional("result", "Latest result", "", FIGURE),
                optional("resultOn", "Result as of", EXAMPLE_DAY, new Day())));
        columns.addAll(List.of(last));
        return List.copyOf(columns);
    }

    /** A nested class, because it must be there before the registers that use it. */
    private static final class TargetRules {

        private static final List<RowRule> ALL = List.of(
                new NotBefore("to", "from"),
                new NeededBy("resultOn", "result"),
                new NeededBy("result", "resultOn"),
                new NotInFuture("resultOn"),
                new NotBefore("resultOn", "from"));
    }

    /** Judged is what runs today and has been measured. */
    private static boolean hasResultFor(Cells row, LocalDate asOf) {
        return row.has("result")
                && row.day("from").filter(from -> !from.isAfter(asOf)).isPresent()
                && row.day("to").filter(to -> !to.isBefore(asOf)).isPresent();
    }

    private static boolean meetsTarget(Cells row, LocalDate asOf) {
        int compared = row.number("result")
                .orElseThrow()
                .compareTo(row.number("target").orElseThrow());
        return row.text("better").equals("lower") ? compared <= 0 : compared >= 0;
    }

    /** The leaving date is the last day. */
    private static boolean stillHere(Cells row, LocalDate asOf) {
        return row.day("leftOn").filter(left -> left.isBefore(asOf)).isEmpty();
    }

    private static boolean isAtLevel(Cells row, int level) {
        return row.number("held").orElseThrow().compareTo(BigDecimal.valueOf(level)) >= 0;
    }

    private static boolean isCurrent(Cells row, String column, LocalDate asOf) {
        return row.day(column)
                .filter(day -> !day.plusMonths(CURRENT_FOR_MONTHS).isBefore(asOf))
                .isPresent();
    }

    private static boolean reviewedInTime(Cells row, LocalDate asOf) {
        int months = row.number("interval").orElseThrow().intValueExact();
        return row.day("reviewedOn")
                .filter(day -> !day.plusMonths(months).isBefore(asOf))
                .isPresent();
    }
}
