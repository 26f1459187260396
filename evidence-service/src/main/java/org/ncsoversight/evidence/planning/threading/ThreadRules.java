package org.ncsoversight.evidence.planning.threading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.model.GoldenThread.Naming;
import org.ncsoversight.evidence.planning.model.GoldenThread.Path;
import org.ncsoversight.evidence.registers.model.Registers;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** What a thread must be before it is kept. */
@Component
public class ThreadRules {

    private static final int LONGEST_NAME_IN_CHARACTERS = 200;

    /**
     * A thread as it was typed or sent.
     *
     * @param template the code of one of the edition's threads, or empty for own criteria
     * @param criteria in the order of the thread; only looked at without a template
     * @param aim the id of a row of the aims register, or empty
     */
    public record Proposal(String name, String template, List<String> criteria, String aim) {

        public Proposal {
            criteria = List.copyOf(criteria);
        }
    }

    sealed interface Reading {

        record Good(Path path, Naming naming) implements Reading {}

        record Bad(List<FieldError> errors) implements Reading {}
    }

    sealed interface NamingReading {

        record Good(Naming naming) implements NamingReading {}

        record Bad(List<FieldError> errors) implements NamingReading {}
    }

    private final EditionInForce inForce;
    private final RegisterStore registers;

    ThreadRules(EditionInForce inForce, RegisterStore registers) {
        this.inForce = inForce;
        this.registers = registers;
    }

    Reading read(KeepThreads.Keeper keeper, Proposal proposal) {
        var errors = new ArrayList<FieldError>();
        @Nullable Naming naming = null;
        switch (readNaming(keeper, proposal)) {
            case NamingReading.Bad(var wrong) -> errors.addAll(wrong);
            case NamingReading.Good(var good) -> naming = good;
        }
        var path = inForce.edition().flatMap(edition -> path(edition, proposal, errors));
        if (inForce.edition().isEmpty()) {
            errors.add(new FieldError("template", "criteria-not-yet-known", "The criteria are not yet known here"));
        }
        return path.isPresent() && naming != null && errors.isEmpty()
                ? new Reading.Good(path.get(), naming)
                : new Reading.Bad(errors);
    }

    NamingReading readNaming(KeepThreads.Keeper keeper, Proposal proposal) {
        var errors = new ArrayList<FieldError>();
        String name = proposal.name().strip();
        if (name.isEmpty()) {
            errors.add(new FieldError("name", "name-missing", "Enter what the thread is for, for example an aim"));
        } else if (name.length() > LONGEST_NAME_IN_CHARACTERS) {
            errors.add(new FieldError(
                    "name", "name-too-long", "Name must be " + LONGEST_NAME_IN_CHARACTERS + " characters or fewer"));
        }
        Optional<UUID> aim = Optional.empty();
        if (!proposal.aim().isBlank()) {
            aim = aim(keeper, proposal.aim().strip());
            if (aim.isEmpty()) {
                errors.add(new FieldError("aim", "aim-unknown", "Select an aim of your aims register"));
            }
        }
        return errors.isEmpty()
                ? new NamingReading.Good(new Naming(name, aim.orElse(null)))
                : new NamingReading.Bad(errors);
    }

    private static Optional<Path> path(Edition edition, Proposal proposal, List<FieldError> errors) {
        if (!proposal.template().isBlank()) {
            var template = edition.thread(proposal.template().strip());
            if (template.isEmpty()) {
                errors.add(new FieldError("template", "template-unknown", "Select one of the threads listed"));
            }
            return template.map(found -> new Path(edition.code(), found.code(), found.criteria()));
        }
        var codes = new ArrayList<CriterionCode>();
        for (String code :
                proposal.criteria().stream().map(String::strip).distinct().toList()) {
            if (CriterionCode.isCode(code)
                    && edition.criterion(new CriterionCode(code)).isPresent()) {
                codes.add(new CriterionCode(code));
            } else {
                errors.add(new FieldError(
                        "criteria", "criterion-unknown", "Select criteria of the edition in force only"));
                return Optional.empty();
            }
        }
        if (codes.size() < 2) {
            errors.add(new FieldError(
                    "template", "criteria-too-few", "Select a thread, or at least two criteria of your own"));
            return Optional.empty();
        }
        return Optional.of(new Path(edition.code(), null, codes));
    }

    private Optional<UUID> aim(KeepThreads.Keeper keeper, String text) {
        return registers.table(keeper.provider(), Registers.AIMS, keeper.visible()).standing().stream()
                .map(row -> row.id())
                .filter(id -> id.toString().equals(text))
                .findFirst();
    }
}
