package org.ncsoversight.feedback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.offenders.ReadsATokenElsewhere;
import org.ncsoversight.feedback.offenders.importing.VerbThatKnowsAnother;
import org.ncsoversight.feedback.offenders.model.ModelThatUsesSpring;
import org.ncsoversight.feedback.offenders.shopping.VerbThatUsesMongo;

class ArchitectureTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ncsoversight.feedback");

    private static final ArchRule MODEL_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("..feedback..model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..feedback..model..");

    private static final ArchRule ONLY_MONGO_KNOWS_MONGO = noClasses()
            .that()
            .resideOutsideOfPackage("..feedback.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "..feedback.mongo..");

    private static final ArchRule ONLY_SECURITY_READS_TOKENS = noClasses()
            .that()
            .resideOutsideOfPackage("..feedback.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.security..");

    private static final ArchRule VERBS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "..feedback..(importing|shopping|viewing)..")
            .should()
            .notDependOnEachOther();

    @Test
    void the_model_knows_only_the_jdk() {
        MODEL_KNOWS_ONLY_THE_JDK.check(PRODUCTION);
    }

    @Test
    void and_that_rule_bites() {
        assertThat(bites(MODEL_KNOWS_ONLY_THE_JDK, ModelThatUsesSpring.class)).isTrue();
    }

    @Test
    void only_the_package_mongo_knows_mongodb() {
        ONLY_MONGO_KNOWS_MONGO.check(PRODUCTION);
    }

    @Test
    void and_that_rule_bites_too() {
        assertThat(bites(ONLY_MONGO_KNOWS_MONGO, VerbThatUsesMongo.class)).isTrue();
    }

    @Test
    void only_the_package_security_reads_tokens() {
        ONLY_SECURITY_READS_TOKENS.check(PRODUCTION);
    }

    @Test
    void and_the_rule_about_tokens_bites() {
        assertThat(bites(ONLY_SECURITY_READS_TOKENS, ReadsATokenElsewhere.class))
                .isTrue();
    }

    @Test
    void verbs_do_not_know_each_other() {
        VERBS_DO_NOT_KNOW_EACH_OTHER.check(PRODUCTION);
    }

    @Test
    void and_the_rule_about_verbs_bites() {
        assertThat(bites(VERBS_DO_NOT_KNOW_EACH_OTHER, VerbThatKnowsAnother.class, VerbThatUsesMongo.class))
                .isTrue();
    }

    @Test
    void packages_have_no_cycles() {
        noCycles("org.ncsoversight.feedback").check(PRODUCTION);
    }

    @Test
    void and_the_rule_about_cycles_bites() {
        var rule = noCycles("org.ncsoversight.feedback.offenders");

        assertThat(bites(rule, VerbThatKnowsAnother.class, VerbThatUsesMongo.class))
                .isTrue();
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static boolean bites(ArchRule rule, Class<?>... offenders) {
        return rule.evaluate(new ClassFileImporter().importClasses(offenders)).hasViolation();
    }
}
