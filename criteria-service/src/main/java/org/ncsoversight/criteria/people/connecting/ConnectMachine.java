package org.ncsoversight.criteria.people.connecting;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.AuditedChange;
import org.ncsoversight.criteria.people.AuditedChange.Done;
import org.ncsoversight.criteria.people.AuditedChange.Ending;
import org.ncsoversight.criteria.people.AuditedChange.Intent;
import org.ncsoversight.criteria.people.MachineAccountStore;
import org.ncsoversight.criteria.people.MachineDirectory;
import org.ncsoversight.criteria.people.MachineDirectory.Given;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.ncsoversight.criteria.people.model.MachineAccount.State;
import org.ncsoversight.criteria.people.model.PersonChange.Kind;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.stereotype.Component;

/** Gives a system of a provider an account and a secret to be shown once, a new secret, or ends the account. */
@Component
public class ConnectMachine {

    /** Every way it can end. */
    public sealed interface Result {

        /** The secret is there to be shown once. */
        record Secret(MachineAccount account, String secret) implements Result {}

        /** The same request made it before, and the secret was shown then. */
        record MadeBefore() implements Result {}

        record Ended() implements Result {}

        record NotFound() implements Result {}

        /** Machine accounts are made by leads, for their own provider. */
        record NotALead() implements Result {}

        record TooMany(int limit) implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        /** It has ended, or a crash cut it off: nothing but a new account helps. */
        record CannotBeRenewed() implements Result {}

        record Busy() implements Result {}

        record Away() implements Result {}
    }

    /** Nobody runs more systems, and each is a door. */
    public static final int MOST_OF_A_PROVIDER = 10;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'()&/-]{1,59}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MachineDirectory machines;
    private final MachineAccountStore accounts;
    private final PeopleDirectory people;
    private final AuditedChange audited;
    private final Clock clock;

    public ConnectMachine(
            MachineDirectory machines,
            MachineAccountStore accounts,
            PeopleDirectory people,
            AuditedChange audited,
            Clock clock) {
        this.machines = machines;
        this.accounts = accounts;
        this.people = people;
        this.audited = audited;
        this.clock = clock;
    }

    /** Makes an account of the keeper's own provider; the same request again makes no second. */
    public Result make(String request, String name, PeopleKeeper keeper) {
        if (keeper.only().isEmpty()) {
            return new Result.NotALead();
        }
        if (!NAME.matcher(name.strip()).matches()) {
            return new Result.Invalid(List.of(new FieldError(
                    "name", "not-a-name", "Enter what you call the system, 2 to 60 letters, digits or spaces")));
        }
        var account = new MachineAccount(
                clientId(keeper.only().get()),
                keeper.only().get(),
                name.strip(),
                keeper.username(),
                clock.instant(),
                Optional.empty(),
                State.BEGUN);
        String identity = String.join(
                "/", "machine", keeper.username(), account.organisation().value(), request);
        return run(identity, Kind.MACHINE_MADE, account, keeper, () -> {
            if (accounts.countNotEnded(account.organisation()) >= MOST_OF_A_PROVIDER) {
                return refused(new Result.TooMany(MOST_OF_A_PROVIDER));
            }
            // First, so that whatever a crash leaves can be seen and ended.
            accounts.save(account);
            return shown(account, machines.register(account));
        });
    }

    /** A new secret; the old one stops working at once. */
    public Result renew(String clientId, PeopleKeeper keeper) {
        return accounts.find(clientId, keeper)
                .map(account ->
                        run(Intent.newRequest(), Kind.MACHINE_SECRET_CHANGED, account, keeper, () -> renew(account)))
                .orElseGet(Result.NotFound::new);
    }

    /** No token is given to it any more; the last one it got works for two minutes at most. */
    public Result end(String clientId, PeopleKeeper keeper) {
        return accounts.find(clientId, keeper)
                .map(account -> account.hasEnded()
                        ? new Result.Ended()
                        : run(Intent.newRequest(), Kind.MACHINE_ENDED, account, keeper, () -> {
                            machines.end(clientId, accounts.key(clientId));
                            accounts.save(account.ended());
                            return new Done<>(new Result.Ended(), Outcome.DONE, Optional.empty());
                        }))
                .orElseGet(Result.NotFound::new);
    }

    private Done<Result> renew(MachineAccount account) {
        return accounts.key(account.clientId())
                .filter(_ -> account.state() == State.ACTIVE)
                .flatMap(key -> machines.renew(account.clientId(), key))
                .map(given -> shown(account, given))
                .orElseGet(() -> refused(new Result.CannotBeRenewed()));
    }

    private Done<Result> shown(MachineAccount account, Given given) {
        MachineAccount active = account.withSecretSince(clock.instant());
        accounts.save(active);
        accounts.keepKey(active.clientId(), given.key());
        return new Done<>(new Result.Secret(active, given.secret()), Outcome.DONE, Optional.empty());
    }

    /** What is done while nobody else changes anything of the provider. */
    private interface Action {

        Done<Result> run();
    }

    private Result run(String request, Kind kind, MachineAccount account, PeopleKeeper keeper, Action action) {
        var intent = new Intent(
                request,
                keeper.username(),
                kind,
                Optional.empty(),
                account.clientId(),
                Optional.of(account.organisation()),
                account.name());
        Ending<Result> ending =
                audited.run(intent, _ -> people.stillKeeps(keeper) ? action.run() : refused(new Result.NotALead()));
        return switch (ending) {
            case Ending.Finished<Result>(var result) -> result;
            case Ending.DoneBefore<Result> _ -> new Result.MadeBefore();
            case Ending.Busy<Result> _ -> new Result.Busy();
            case Ending.Away<Result> _ -> new Result.Away();
        };
    }

    private static Done<Result> refused(Result result) {
        return new Done<>(result, Outcome.REFUSED, Optional.empty());
    }

    private static String clientId(Ukprn organisation) {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return "system-" + organisation.value() + "-" + HexFormat.of().formatHex(bytes);
    }
}
