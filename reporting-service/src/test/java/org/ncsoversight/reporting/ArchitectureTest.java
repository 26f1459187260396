package org.ncsoversight.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ncsoversight.reporting.offenders.clock.ReadsTheClock;
import org.ncsoversight.reporting.offenders.readiness.KnowsSpring;
import org.ncsoversight.reporting.offenders.viewing.KnowsMongo;
import org.ncsoversight.reporting.offenders.viewing.ReadsTokens;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ncsoversight.reporting");

    private static final ArchRule READINESS_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("..readiness")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..reporting.readiness");

    private static final ArchRule ONLY_THE_READ_MODEL_KNOWS_MONGODB = noClasses()
            .that()
            .resideOutsideOfPackage("..readmodel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    private static final ArchRule NOBODY_LOOKS_AT_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final ArchRule ONLY_SECURITY_SAYS_WHO_IS_VISIBLE = constructors()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "say who is visible", type -> type.getSimpleName().equals("VisibleProviders")))
            .should()
            .bePrivate();

    private static final ArchRule ONLY_SECURITY_READS_TOKENS = noClasses()
            .that()
            .resideOutsideOfPackage("..reporting.security")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.security..");

    private static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("org.ncsoversight.reporting.(*)..")
            .should()
            .beFreeOfCycles();

    @Test
    void readiness_knows_only_the_jdk() {
        READINESS_KNOWS_ONLY_THE_JDK.check(OURS);
    }

    @Test
    void and_that_rule_bites() {
        assertThat(bites(READINESS_KNOWS_ONLY_THE_JDK, KnowsSpring.class)).isTrue();
    }

    @Test
    void only_the_read_model_knows_mongodb() {
        ONLY_THE_READ_MODEL_KNOWS_MONGODB.check(OURS);
    }

    @Test
    void and_that_one_bites() {
        assertThat(bites(ONLY_THE_READ_MODEL_KNOWS_MONGODB, KnowsMongo.class)).isTrue();
    }

    @Test
    void nobody_looks_at_the_clock_but_through_the_one_given() {
        NOBODY_LOOKS_AT_THE_CLOCK.check(OURS);
    }

    @Test
    void and_that_bites_as_well() {
        assertThat(bites(NOBODY_LOOKS_AT_THE_CLOCK, ReadsTheClock.class)).isTrue();
    }

    @Test
    void only_security_says_who_is_visible() {
        ONLY_SECURITY_SAYS_WHO_IS_VISIBLE.check(OURS);
    }

    @Test
    void and_anyone_elses_maker_of_visibility_is_found() {
        assertThat(bites(
                        ONLY_SECURITY_SAYS_WHO_IS_VISIBLE, org.ncsoversight.reporting.offenders.VisibleProviders.class))
                .isTrue();
    }

    @Test
    void only_security_reads_tokens() {
        ONLY_SECURITY_READS_TOKENS.check(OURS);
    }

    @Test
    void and_reading_one_elsewhere_is_found() {
        assertThat(bites(ONLY_SECURITY_READS_TOKENS, ReadsTokens.class)).isTrue();
    }

    @Test
    void packages_have_no_cycles() {
        NO_CYCLES.check(OURS);
    }

    @Test
    void and_a_cycle_is_found() {
        assertThat(bites(
                        NO_CYCLES,
                        org.ncsoversight.reporting.offenders.cycle.Here.class,
                        org.ncsoversight.reporting.elsewhere.There.class))
                .isTrue();
    }

    private static boolean bites(ArchRule rule, Class<?>... offenders) {
        return rule.evaluate(new ClassFileImporter().importClasses(offenders)).hasViolation();
    }
}
