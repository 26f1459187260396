package org.ncsoversight.criteria.standard.drafting;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.standard.model.Decimal;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.drafting.Draft;

/** A linked measure and where its limit lies. */
record MeasurePart(Optional<Measure> measure) implements Part {

    private static final String BETTER = "better";
    private static final String LIMIT = "limit";
    private static final String MINIMUM_BASE = "minimumBase";

    @Override
    public String heading() {
        return measure.map(known -> "Linked measure: " + known.title()).orElse("Add a linked measure");
    }

    @Override
    public List<Field> fields() {
        return EditionParts.named(
                measure.map(Measure::code),
                measure.map(Measure::title).orElse(""),
                measure.map(Measure::criteria).orElse(List.of()),
                List.of(
                        Field.radios(
                                BETTER,
                                "Which direction is good",
                                "",
                                measure.map(known -> EditionParts.code(known.better()))
                                        .orElse(""),
                                EditionParts.directions()),
                        Field.line(
                                LIMIT,
                                "Limit",
                                "A share between 0 and 1, for example 0.85; beyond it somebody should look",
                                measure.map(known -> Double.toString(known.limit()))
                                        .orElse("")),
                        Field.line(
                                MINIMUM_BASE,
                                "Minimum base",
                                "Below this many observations it says nothing",
                                measure.map(known -> Integer.toString(known.minimumBase()))
                                        .orElse(""))));
    }

    @Override
    public Draft changed(Draft draft, Form form) {
        boolean higher = form.text(BETTER).equals(EditionParts.code(Measure.Better.HIGHER));
        boolean lower = form.text(BETTER).equals(EditionParts.code(Measure.Better.LOWER));
        double limit = limit(form);
        int base = base(form);
        if (!higher && !lower) {
            form.wrong(BETTER, "missing", "Select which direction is good");
        }
        return EditionParts.saved(
                draft,
                form,
                measure.map(Measure::code),
                (code, title) -> new Measure(
                        code,
                        title,
                        form.codes("criteria"),
                        higher ? Measure.Better.HIGHER : Measure.Better.LOWER,
                        limit,
                        base),
                told -> draft.contents()
                        .withMeasures(
                                EditionParts.put(draft.contents().measures(), told, Measure::code, measure.isEmpty())));
    }

    @Override
    public Optional<Draft> removed(Draft draft) {
        return measure.map(known -> draft.with(draft.contents()
                .withMeasures(EditionParts.without(draft.contents().measures(), known.code(), Measure::code))));
    }

    private static double limit(Form form) {
        double limit = Decimal.parse(form.text(LIMIT)).orElse(-1);
        if (limit >= 0 && limit <= 1) {
            return limit;
        }
        form.wrong(LIMIT, "not-a-share", "Enter a share between 0 and 1, like 0.85");
        return 0;
    }

    private static int base(Form form) {
        try {
            int base = Integer.parseInt(form.text(MINIMUM_BASE));
            if (base > 0) {
                return base;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        form.wrong(MINIMUM_BASE, "not-a-number", "Enter a whole number of at least 1");
        return 1;
    }
}
