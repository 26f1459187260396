package org.ncsoversight.criteria.standard.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ncsoversight.criteria.standard.comparison.Comparison;
import org.ncsoversight.criteria.standard.comparison.Comparison.CriterionChange;
import org.ncsoversight.criteria.standard.comparison.Comparison.Status;
import org.ncsoversight.criteria.standard.exchange.EditionFormat;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Command;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Result;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.ImportedEdition;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.standard.store.ImportStore;
import org.ncsoversight.criteria.store.InMemoryDraftStore;
import org.ncsoversight.criteria.store.InMemoryEditionStore;

class ReimportingAnExportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final ImportEdition importing =
            new ImportEdition(new InMemoryImportStore(), new InMemoryDraftStore(), editions, CLOCK);
    private final Edition bundled = PublishBundledEdition.bundled();

    ReimportingAnExportTest() throws IOException {}

    @BeforeEach
    void the_bundled_edition_is_published() {
        new PublishBundledEdition(editions, CLOCK).publish(bundled);
    }

    @ParameterizedTest
    @EnumSource(EditionFormat.class)
    void under_another_code_each_criterion_comes_from_the_one_of_its_code(EditionFormat format) {
        var changes = changes(format.write(PortableEdition.of(bundled)));

        assertThat(changes).hasSameSizeAs(bundled.criteria());
        assertThat(changes).extracting(CriterionChange::status).containsOnly(Status.SAME);
        assertThat(changes).allSatisfy(change -> assertThat(change.from()).containsExactly(change.code()));
    }

    @Test
    void a_criterion_with_another_text_is_the_same_one_changed() {
        Criterion first = bundled.criteria().getFirst();
        var edited = PortableEdition.of(bundled)
                .withContents(
                        bundled.contents().with(first.withTexts(first.title(), "Asks for more.", first.practice())));

        var changes = changes(EditionFormat.JSON.write(edited));

        assertThat(changes)
                .filteredOn(change -> change.code().equals(first.code()))
                .extracting(CriterionChange::status)
                .containsExactly(Status.CHANGED);
        assertThat(changes).extracting(CriterionChange::status).doesNotContain(Status.NEW, Status.GONE);
    }

    @Test
    void what_a_file_says_itself_of_where_criteria_went_stays() {
        var merged = new Mapping(
                bundled.id(), CriterionCode.of("1.1"), List.of(CriterionCode.of("1.2")), Mapping.Kind.MERGED);
        var imported = read(EditionFormat.JSON.write(PortableEdition.of(bundled).withMappings(List.of(merged))));

        assertThat(imported.edition().mappings()).containsExactly(merged);
    }

    private List<CriterionChange> changes(byte[] file) {
        return Comparison.of(bundled, read(file).edition()).criteria();
    }

    private ImportedEdition read(byte[] file) {
        return ((Result.Read) importing.read(file, new Command("export", "matrix-next", false))).imported();
    }

    private static final class InMemoryImportStore implements ImportStore {

        private final Map<String, ImportedEdition> imports = new HashMap<>();

        @Override
        public Optional<ImportedEdition> find(String id) {
            return Optional.ofNullable(imports.get(id));
        }

        @Override
        public void put(ImportedEdition imported) {
            imports.put(imported.id(), imported);
        }

        @Override
        public void remove(String id) {
            imports.remove(id);
        }

        @Override
        public void removeOlderThan(Instant time) {
            imports.values().removeIf(imported -> imported.importedAt().isBefore(time));
        }
    }
}
