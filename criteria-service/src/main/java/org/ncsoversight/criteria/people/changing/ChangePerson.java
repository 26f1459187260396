package org.ncsoversight.criteria.people.changing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.people.AssignmentCheck;
import org.ncsoversight.criteria.people.AuditedChange;
import org.ncsoversight.criteria.people.AuditedChange.Done;
import org.ncsoversight.criteria.people.AuditedChange.Ending;
import org.ncsoversight.criteria.people.AuditedChange.Intent;
import org.ncsoversight.criteria.people.Belongings;
import org.ncsoversight.criteria.people.DirectoryAway;
import org.ncsoversight.criteria.people.OneTimePassword;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.people.model.SecondFactor;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.springframework.stereotype.Component;

/** Suspends, restores, signs out or removes somebody, or changes how they sign in; never to oneself. */
@Component
public class ChangePerson {

    /**
     * What is to be done about whom.
     *
     * @param seen the tag of the person as the keeper saw it, if a change meanwhile matters
     */
    public record Command(PersonId person, Change change, Optional<String> seen) {}

    /** Every way a change can end. */
    public sealed interface Result {

        /** As it was before; with a password to be shown once if one was given. */
        record Changed(Person before, Optional<String> password) implements Result {}

        /** It was so already. */
        record Unchanged(Person person) implements Result {}

        record NotFound() implements Result {}

        record OwnAccount(Person person) implements Result {}

        /** Nobody could look after the people of the organisation any more. */
        record LastLead(Person person) implements Result {}

        record Invalid(Person person, List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(Person person) implements Result {}

        record Busy() implements Result {}

        record Away() implements Result {}
    }

    private final PeopleDirectory people;
    private final AuditedChange audited;
    private final AssignmentCheck register;
    private final Belongings belongings;
    private final Leads leads;

    public ChangePerson(
            PeopleDirectory people, AuditedChange audited, AssignmentCheck register, Belongings belongings) {
        this.people = people;
        this.audited = audited;
        this.register = register;
        this.belongings = belongings;
        this.leads = new Leads(people);
    }

    public Result change(Command command, PeopleKeeper keeper, VisibleProviders visible) {
        try {
            return people.find(command.person(), keeper)
                    .map(person -> change(person, command, keeper, visible))
                    .orElseGet(Result.NotFound::new);
        } catch (DirectoryAway _) {
            // Only asked so far; nothing was begun.
            return new Result.Away();
        }
    }

    private Result change(Person person, Command command, PeopleKeeper keeper, VisibleProviders visible) {
        if (keeper.isSelf(person)) {
            return new Result.OwnAccount(person);
        }
        if (command.seen().filter(tag -> !tag.equals(person.tag())).isPresent()) {
            return new Result.ChangedMeanwhile(person);
        }
        var problems = new ArrayList<FieldError>();
        Step step = step(person, command.change(), keeper, visible, problems);
        if (!problems.isEmpty()) {
            return new Result.Invalid(person, problems);
        }
        if (step.isDoneAlready()) {
            return new Result.Unchanged(person);
        }
        var intent = new Intent(
                Intent.newRequest(),
                keeper.username(),
                command.change().kind(),
                Optional.of(person.id()),
                person.name().username(),
                person.organisation(),
                step.detail());
        return switch (audited.run(intent, _ -> act(person, command.change(), step, keeper))) {
            case Ending.Finished<Result>(var result) -> result;
            case Ending.DoneBefore<Result> _ -> new Result.Unchanged(person);
            case Ending.Busy<Result> _ -> new Result.Busy();
            case Ending.Away<Result> _ -> new Result.Away();
        };
    }

    /** Nobody else changes anybody of the organisation while this runs. */
    private Done<Result> act(Person person, Change change, Step step, PeopleKeeper keeper) {
        if (!people.stillKeeps(keeper)) {
            return refused(new Result.NotFound());
        }
        if (leads.wouldBeNone(person, change, keeper)) {
            return refused(new Result.LastLead(person));
        }
        if (change instanceof Change.Remove) {
            // Whoever gets the user name next gets no address with it.
            belongings.remove(person.name().username());
        }
        Optional<String> password = step.run(people);
        return new Done<>(new Result.Changed(person, password), Outcome.DONE, Optional.of(person.id()));
    }

    private Step step(
            Person person, Change change, PeopleKeeper keeper, VisibleProviders visible, List<FieldError> problems) {
        PersonId id = person.id();
        boolean suspended = person.standing() == Standing.SUSPENDED;
        return switch (change) {
            case Change.Suspend _ -> Step.of("", suspended, directory -> directory.admit(id, false));
            case Change.Restore _ -> Step.of("", !suspended, directory -> directory.admit(id, true));
            case Change.Remove _ -> Step.of(person.roleLabels(), false, directory -> directory.remove(id));
            case Change.GivePassword _ -> {
                String password = OneTimePassword.next();
                yield new Step("", false, directory -> directory.givePassword(id, password), Optional.of(password));
            }
            case Change.SignOut _ -> Step.of("", false, directory -> directory.signOut(id));
            case Change.RemoveSecondFactor _ -> {
                List<SecondFactor> there = people.secondFactors(id);
                String detail = there.stream().map(one -> one.kind().label()).collect(Collectors.joining(", "));
                yield Step.of(detail, there.isEmpty(), directory -> directory.removeSecondFactors(id));
            }
            case Change.GiveRole(var typed, var providers) -> {
                Optional<PersonRole> role = PersonRole.parse(typed)
                        .filter(keeper::mayGive)
                        .filter(given ->
                                given.ofProvider() == person.organisation().isPresent());
                if (role.isEmpty()) {
                    problems.add(new FieldError("role", "unknown-role", "Select what the person will do"));
                }
                Assignment assigned = register.read(providers, role, visible, problems::add);
                yield role.map(given -> giveRole(person, given, assigned)).orElseGet(() -> Step.of("", true, _ -> {}));
            }
        };
    }

    private static Step giveRole(Person person, PersonRole role, Assignment assigned) {
        String now = assigned.isNone() ? role.label() : role.label() + " of " + String.join(", ", assigned.words());
        return Step.of(
                person.roleLabels() + " → " + now,
                person.hasOnly(role) && person.assigned().equals(assigned),
                directory -> directory.give(person.id(), role, assigned));
    }

    private static Done<Result> refused(Result result) {
        return new Done<>(result, Outcome.REFUSED, Optional.empty());
    }
}
