package org.ncsoversight.outcomes;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxEvent;
import org.ncsoversight.outbox.OutboxRelay;
import org.ncsoversight.outcomes.importing.ImportId;
import org.ncsoversight.outcomes.importing.ImportsAnotherVerb;
import org.ncsoversight.outcomes.model.ModelThatKnowsSpring;
import org.ncsoversight.outcomes.viewing.Claims;
import org.ncsoversight.outcomes.viewing.ViewingThatKnowsImports;
import org.ncsoversight.outcomes.viewing.ViewingThatKnowsMongo;
import org.ncsoversight.outcomes.viewing.ViewingThatReadsTokens;

class ArchitectureTest {

    private static final String ROOT = "org.ncsoversight.outcomes";

    private static final ArchRule MODEL_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage(ROOT + ".model")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".model", "java..", "org.jspecify..");

    private static final ArchRule ONLY_MONGO_KNOWS_MONGODB_AND_THE_OUTBOX = noClasses()
            .that(not(resideInAPackage(ROOT + ".mongo")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", ROOT + ".mongo")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Outbox.class, OutboxEvent.class, OutboxRelay.class);

    private static final ArchRule ONLY_SECURITY_READS_TOKENS = noClasses()
            .that(not(resideInAPackage(ROOT + ".security")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security..");

    private static final ArchRule VERBS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    ROOT + ".(importing|viewing|providers)..")
            .should()
            .notDependOnEachOther();

    private static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void the_model_knows_only_the_jdk() {
        MODEL_KNOWS_ONLY_THE_JDK.check(SERVICE);
    }

    @Test
    void and_that_rule_bites() {
        assertThat(bites(MODEL_KNOWS_ONLY_THE_JDK, ModelThatKnowsSpring.class)).isTrue();
    }

    @Test
    void only_mongo_knows_mongodb_and_the_outbox() {
        ONLY_MONGO_KNOWS_MONGODB_AND_THE_OUTBOX.check(SERVICE);
    }

    @Test
    void and_that_rule_bites_too() {
        assertThat(bites(ONLY_MONGO_KNOWS_MONGODB_AND_THE_OUTBOX, ViewingThatKnowsMongo.class))
                .isTrue();
    }

    @Test
    void only_security_reads_tokens() {
        ONLY_SECURITY_READS_TOKENS.check(SERVICE);
    }

    @Test
    void and_that_rule_bites_as_well() {
        assertThat(bites(ONLY_SECURITY_READS_TOKENS, ViewingThatReadsTokens.class))
                .isTrue();
    }

    @Test
    void verbs_do_not_know_each_other() {
        VERBS_DO_NOT_KNOW_EACH_OTHER.check(SERVICE);
    }

    @Test
    void and_so_does_that_rule() {
        assertThat(bites(VERBS_DO_NOT_KNOW_EACH_OTHER, ImportsAnotherVerb.class, Claims.class))
                .isTrue();
        assertThat(bites(VERBS_DO_NOT_KNOW_EACH_OTHER, ViewingThatKnowsImports.class, ImportId.class))
                .isTrue();
    }

    @Test
    void packages_have_no_cycles() {
        NO_CYCLES.check(SERVICE);
    }

    @Test
    void and_a_cycle_is_found() {
        assertThat(bites(
                        NO_CYCLES,
                        ImportsAnotherVerb.class,
                        Claims.class,
                        ViewingThatKnowsImports.class,
                        ImportId.class))
                .isTrue();
    }

    private static boolean bites(ArchRule rule, Class<?>... offenders) {
        return rule.evaluate(new ClassFileImporter().importClasses(offenders)).hasViolation();
    }
}
