package org.ncsoversight.evidence.items.drafting.steps;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.springframework.util.MultiValueMap;

/** A page's form with everything as it was typed, so that it can be shown again. */
public record StepForm(Proposal proposal) {

    private static final Pattern HYPHEN = Pattern.compile("-");
    private static final List<String> PARTS = List.of("year", "month", "day");

    /** What was saved, with what this page sent put over it. */
    static StepForm of(Step step, MultiValueMap<String, String> typed, Proposal saved) {
        Proposal all = saved;
        for (Field field : step.fields()) {
            all = switch (field) {
                case CRITERIA, REFERENCES -> all.with(field, typed.getOrDefault(field.word(), List.of()));
                case PERIOD_FROM, PERIOD_TO, REVIEW_DATE -> all.with(field, date(typed, field.word()));
                // Not asked in a revision, which replaces what its item replaces.
                case REPLACES -> typed.containsKey(field.word()) ? all.with(field, text(typed, field.word())) : all;
                default -> all.with(field, text(typed, field.word()));
            };
        }
        return new StepForm(all);
    }

    /** Of a field, or of one of the three boxes of a date. */
    public String text(String name) {
        int dash = name.lastIndexOf('-');
        if (dash > 0) {
            int part = PARTS.indexOf(name.substring(dash + 1));
            String[] boxes = HYPHEN.split(text(name.substring(0, dash)), PARTS.size());
            return boxes.length > part ? boxes[part] : "";
        }
        return Field.of(name).map(proposal::text).orElse("");
    }

    /** Criteria of the leading edition are named by their code, those of others with their edition. */
    public boolean has(Edition edition, Criterion criterion, boolean leading) {
        String code = criterion.code().value();
        return leading
                ? proposal.all(Field.CRITERIA).contains(code)
                : proposal.all(Field.REFERENCES).contains(edition.code() + "/" + code);
    }

    public boolean hasAny(Edition edition, List<Criterion> some, boolean leading) {
        return some.stream().anyMatch(criterion -> has(edition, criterion, leading));
    }

    /** References to editions that the form does not offer, to be sent along with it. */
    public List<String> referencesBeside(List<Edition> offered) {
        return proposal.all(Field.REFERENCES).stream()
                .filter(word -> offered.stream().skip(1).noneMatch(edition -> word.startsWith(edition.code() + "/")))
                .toList();
    }

    /** Three boxes as one ISO date; empty only when all three are. */
    private static String date(MultiValueMap<String, String> typed, String field) {
        String day = text(typed, field + "-day").strip();
        String month = text(typed, field + "-month").strip();
        String year = text(typed, field + "-year").strip();
        return day.isEmpty() && month.isEmpty() && year.isEmpty() ? "" : year + "-" + month + "-" + day;
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").replace("\r\n", "\n");
    }
}
