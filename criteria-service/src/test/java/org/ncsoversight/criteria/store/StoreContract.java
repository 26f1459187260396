package org.ncsoversight.criteria.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Profile;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.Provider.Kind;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.model.Succession;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.TouchpointContracts;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Visible;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;

/** What every store must do: the ones in memory in milliseconds, the MongoDB ones at verify. */
public abstract class StoreContract {

    private static final VisibleProviders ALL = Visible.everyone();
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Touchpoint NORTH = new Touchpoint("0000000201");
    private static final Touchpoint SOUTH = new Touchpoint("0000000202");

    protected abstract EditionStore editions();

    protected abstract ProviderStore providers();

    protected abstract ContractStore contracts();

    @Test
    void an_edition_comes_back_as_it_was_kept() throws IOException {
        Edition bundled = PublishBundledEdition.bundled();

        assertThat(editions().add(published(bundled))).isTrue();

        assertThat(editions().find(bundled.id())).contains(bundled);
        assertThat(editions().all()).containsExactly(bundled);
        assertThat(editions().find(new EditionId("another"))).isEmpty();
    }

    @Test
    void of_two_that_publish_the_same_version_the_first_wins() throws IOException {
        Edition bundled = PublishBundledEdition.bundled();
        editions().add(published(bundled));

        assertThat(editions().add(published(bundled))).isFalse();
        assertThat(editions().replace(published(bundled.withVersion(2)))).isTrue();
        assertThat(editions().replace(published(bundled.withVersion(2)))).isFalse();
        assertThat(editions().find(bundled.id())).contains(bundled.withVersion(2));
    }

    @Test
    void a_provider_comes_back_as_it_was_kept() {
        Provider provider = provider("99000001", Kind.PRIME);
        Provider accredited = new Provider(
                provider.ukprn(),
                2,
                provider.names().renamed("Another name", LocalDate.of(2026, 4, 1)),
                Kind.SUBCONTRACTOR,
                List.of(
                        step(Step.Kind.ACCREDITED, "2025-02-01", null, "matrix-ncs-4e"),
                        step(Step.Kind.REVIEW_BOOKED, "2026-02-01", "2026-11-01", null)),
                Optional.of(new Succession(new Ukprn("99000002"), LocalDate.of(2027, 1, 1))));

        assertThat(providers().add(recorded(provider))).isTrue();
        assertThat(providers().find(provider.ukprn(), ALL)).contains(provider);
        assertThat(providers().replace(recorded(accredited))).isTrue();
        assertThat(providers().find(provider.ukprn(), ALL)).contains(accredited);
        assertThat(providers().changedAt(Set.of(provider.ukprn()), ALL))
                .containsExactly(Map.entry(provider.ukprn(), NOW));
        assertThat(providers().changedAt(Set.of(provider.ukprn()), Visible.only("99000002")))
                .isEmpty();
    }

    @Test
    void a_provider_is_found_by_its_number_and_by_any_name_it_had() {
        Provider renamed = provider("99000001", Kind.PRIME);
        providers().add(recorded(renamed));
        providers()
                .replace(recorded(renamed.as(renamed.names().renamed("Dales", LocalDate.of(2026, 4, 1)), Kind.PRIME)));
        register("99000002", Kind.PRIME);

        assertThat(ukprns(searching("dALES"), ALL)).containsExactly("99000001");
        assertThat(ukprns(searching("provider 99000001"), ALL)).containsExactly("99000001");
        assertThat(ukprns(searching("00000"), ALL)).containsExactly("99000001", "99000002");
        assertThat(ukprns(searching("(.*"), ALL)).isEmpty();
    }

    @Test
    void a_name_is_found_by_what_a_keyboard_has_and_whatever_its_accents() {
        Provider before = provider("99000001", Kind.PRIME);
        providers().add(recorded(before));
        providers()
                .replace(recorded(before.as(
                        before.names().renamed("St Anne’s Café – North\u00A0East", LocalDate.of(2026, 4, 1)),
                        Kind.PRIME)));

        for (String text : List.of("anne's", "ANNE’S", "anne‘s", "cafe -", "CAFÉ", "north east", "s  caf")) {
            assertThat(ukprns(searching(text), ALL)).as(text).containsExactly("99000001");
        }
        assertThat(ukprns(searching("annes"), ALL)).isEmpty();
    }

    private static ProviderStore.Query searching(String text) {
        return new ProviderStore.Query(Optional.empty(), Optional.empty(), Optional.of(text), Optional.empty(), 9);
    }

    private static Step step(Step.Kind kind, String on, @Nullable String bookedFor, @Nullable String edition) {
        return new Step(
                UUID.randomUUID(),
                kind,
                LocalDate.parse(on),
                Optional.ofNullable(bookedFor).map(LocalDate::parse),
                Optional.ofNullable(edition).map(EditionId::new),
                "a note",
                NOW,
                "manager");
    }

    @Test
    void of_two_that_change_a_provider_at_once_the_first_wins() {
        Provider provider = provider("99000001", Kind.PRIME);
        providers().add(recorded(provider));

        assertThat(providers().add(recorded(provider))).isFalse();
        assertThat(providers().replace(recorded(provider.as(NameHistory.of("First"), Kind.PRIME))))
                .isTrue();
        assertThat(providers().replace(recorded(provider.as(NameHistory.of("Second"), Kind.PRIME))))
                .isFalse();
        assertThat(providers().find(provider.ukprn(), ALL).map(Provider::name)).contains("First");
    }

    @Test
    void a_provider_that_the_caller_may_not_see_is_not_there() {
        register("99000001", Kind.PRIME);
        register("99000002", Kind.PRIME);

        assertThat(providers().find(new Ukprn("99000002"), Visible.only("99000001")))
                .isEmpty();
        assertThat(ukprns(query(10), Visible.only("99000001", "99000003"))).containsExactly("99000001");
        assertThat(ukprns(query(10), Visible.only())).isEmpty();
    }

    @Test
    void providers_are_listed_by_ukprn_kind_and_a_page_at_a_time() {
        register("99000101", Kind.SUBCONTRACTOR);
        register("99000002", Kind.PRIME);
        register("99000001", Kind.PRIME);

        assertThat(ukprns(query(2), ALL)).containsExactly("99000001", "99000002");
        assertThat(ukprns(
                        new ProviderStore.Query(
                                Optional.empty(), Optional.empty(), Optional.of(new Ukprn("99000002")), 2),
                        ALL))
                .containsExactly("99000101");
        assertThat(ukprns(new ProviderStore.Query(Optional.of(Kind.PRIME), Optional.empty(), Optional.empty(), 9), ALL))
                .containsExactly("99000001", "99000002");
        assertThat(ukprns(
                        new ProviderStore.Query(
                                Optional.empty(), Optional.of(Set.of(new Ukprn("99000101"))), Optional.empty(), 9),
                        ALL))
                .containsExactly("99000101");
        assertThat(ukprns(new ProviderStore.Query(Optional.empty(), Optional.of(Set.of()), Optional.empty(), 9), ALL))
                .isEmpty();
    }

    @Test
    void contracts_come_back_as_they_were_kept() {
        Contract first = contract(NORTH, "2022-10-01", Optional.of("2024-09-30"), "99000001", "99000102", "99000101");
        Contract second = contract(NORTH, "2024-10-01", Optional.empty(), "99000002");

        enter(first);
        enter(second);

        assertThat(contracts().whole(NORTH, ALL)).isEqualTo(new TouchpointContracts(NORTH, 2, List.of(first, second)));
        assertThat(contracts().whole(SOUTH, ALL)).isEqualTo(TouchpointContracts.noneYet(SOUTH));
        assertThat(contracts().find(second.id(), ALL)).contains(second);
    }

    @Test
    void a_contract_whose_area_was_renamed_comes_back_and_is_found_by_day_and_text() {
        Contract before = contract(NORTH, "2022-10-01", Optional.of("2024-09-30"), "99000001");
        Contract plain = contract(NORTH, "2024-10-01", Optional.empty(), "99000001");
        Contract after = new Contract(
                NORTH,
                1,
                plain.areas().renamed("King’s Coast", LocalDate.of(2025, 4, 1)),
                plain.period(),
                plain.prime(),
                plain.subcontractors(),
                Profile.NONE);
        enter(before);
        enter(after);

        assertThat(contracts().find(after.id(), ALL)).contains(after);
        assertThat(contracts().list(on("2024-09-30"), ALL)).containsExactly(before);
        assertThat(contracts().list(on("2024-10-01"), ALL)).containsExactly(after);
        assertThat(contracts().list(on("2022-09-30"), ALL)).isEmpty();
        assertThat(contracts().list(calledLike("cOAST"), ALL)).containsExactly(after);
        assertThat(contracts().list(calledLike("king's"), ALL)).containsExactly(after);
    }

    private static ContractStore.Query calledLike(String text) {
        return new ContractStore.Query(Optional.empty(), Optional.empty(), Optional.of(text), Optional.empty(), 9);
    }

    private static ContractStore.Query on(String day) {
        return new ContractStore.Query(
                Optional.empty(), Optional.of(LocalDate.parse(day)), Optional.empty(), Optional.empty(), 9);
    }

    @Test
    void of_two_that_enter_a_contract_of_one_touchpoint_at_once_the_first_wins() {
        TouchpointContracts none = contracts().whole(NORTH, ALL);
        Contract first = contract(NORTH, "2022-10-01", Optional.empty(), "99000001");
        Contract second = contract(NORTH, "2022-11-01", Optional.empty(), "99000002");

        assertThat(contracts().save(none.with(first), recorded(first))).isTrue();
        assertThat(contracts().save(none.with(second), recorded(second))).isFalse();
        assertThat(contracts().whole(NORTH, ALL).contracts()).containsExactly(first);
    }

    @Test
    void a_contract_is_seen_by_those_who_take_part_in_it() {
        Contract before = contract(NORTH, "2022-10-01", Optional.of("2024-09-30"), "99000001", "99000101");
        Contract after = contract(NORTH, "2024-10-01", Optional.empty(), "99000002");
        enter(before);
        enter(after);

        assertThat(list(Visible.only("99000101"))).containsExactly(before);
        assertThat(list(Visible.only("99000002"))).containsExactly(after);
        assertThat(list(Visible.only("99000003"))).isEmpty();
        assertThat(contracts().find(after.id(), Visible.only("99000101"))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> contracts().whole(NORTH, Visible.only("99000001")));
    }

    @Test
    void contracts_are_listed_by_touchpoint_and_day_a_page_at_a_time_or_by_party() {
        Contract one = contract(NORTH, "2022-10-01", Optional.of("2024-09-30"), "99000001");
        Contract two = contract(NORTH, "2024-10-01", Optional.empty(), "99000002", "99000101");
        Contract three = contract(SOUTH, "2022-10-01", Optional.empty(), "99000001", "99000101");
        enter(three);
        enter(one);
        enter(two);

        assertThat(contracts().list(new ContractStore.Query(Optional.empty(), Optional.empty(), 2), ALL))
                .containsExactly(one, two);
        assertThat(contracts().list(new ContractStore.Query(Optional.empty(), Optional.of(one.id()), 2), ALL))
                .containsExactly(two, three);
        assertThat(contracts()
                        .list(new ContractStore.Query(Optional.of(new Ukprn("99000101")), Optional.empty(), 9), ALL))
                .containsExactly(two, three);
    }

    private List<Contract> list(VisibleProviders visible) {
        return contracts().list(new ContractStore.Query(Optional.empty(), Optional.empty(), 9), visible);
    }

    private List<String> ukprns(ProviderStore.Query query, VisibleProviders visible) {
        return providers().list(query, visible).stream()
                .map(provider -> provider.ukprn().value())
                .toList();
    }

    private void register(String ukprn, Kind kind) {
        providers().add(recorded(provider(ukprn, kind)));
    }

    private void enter(Contract contract) {
        contracts().save(contracts().whole(contract.touchpoint(), ALL).with(contract), recorded(contract));
    }

    private static ProviderStore.Query query(int limit) {
        return new ProviderStore.Query(Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    private static Provider provider(String ukprn, Kind kind) {
        return Provider.registered(new Ukprn(ukprn), "Provider " + ukprn, kind);
    }

    private static Contract contract(
            Touchpoint touchpoint, String from, Optional<String> to, String prime, String... subcontractors) {
        return new Contract(
                touchpoint,
                1,
                NameHistory.of("Area of " + touchpoint.value()),
                new Period(LocalDate.parse(from), to.map(LocalDate::parse)),
                new Ukprn(prime),
                List.of(subcontractors).stream().map(Ukprn::new).toList(),
                new Profile(new TreeMap<>(Map.of(1, Map.of(Figure.CUSTOMERS, 12_000, Figure.JOB_OUTCOMES, 0)))));
    }

    private static EditionPublished published(Edition edition) {
        return new EditionPublished(UUID.randomUUID(), NOW, edition);
    }

    private static ProviderRecorded recorded(Provider provider) {
        return new ProviderRecorded(UUID.randomUUID(), NOW, provider);
    }

    private static ContractRecorded recorded(Contract contract) {
        return new ContractRecorded(UUID.randomUUID(), NOW, contract);
    }
}
