package org.ncsoversight.evidence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.offenders.model.ModelThatUsesSpring;
import org.ncsoversight.evidence.offenders.submitting.VerbThatUsesMongo;
import org.ncsoversight.evidence.offenders.submitting.VerbThatUsesVerb;
import org.ncsoversight.evidence.offenders.viewing.EdgeThatReadsTokens;
import org.ncsoversight.evidence.offenders.viewing.VerbThatUsesVerbBack;

/** The rules that keep the packages apart, each seen to bite. */
class ArchitectureTest {

    private static final String ROOT = "org.ncsoversight.evidence";
    private static final String OFFENDERS = ROOT + ".offenders";
    private static final String[] VERBS = {
        "submitting", //
        "drafting",
        "expiring",
        "reaffirming",
        "home",
        "scanning",
        "finding",
        "bulk",
        "importing",
        "reviewing",
        "withdrawing",
        "viewing",
        "webhooks",
        "registering",
        "threading",
        "improving",
        "campaigning",
        "assigning",
        "commenting",
        "assessing",
        "packing",
        "reminding",
    };

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void the_model_knows_only_the_jdk() {
        modelKnowsOnlyTheJdk(ROOT).check(SERVICE);
    }

    @Test
    void and_that_rule_bites() {
        assertBites(modelKnowsOnlyTheJdk(OFFENDERS), ModelThatUsesSpring.class);
    }

    @Test
    void only_the_package_mongo_knows_mongodb() {
        onlyMongoKnowsMongo(ROOT).check(SERVICE);
    }

    @Test
    void and_that_rule_bites_too() {
        assertBites(onlyMongoKnowsMongo(OFFENDERS), VerbThatUsesMongo.class);
    }

    @Test
    void verbs_do_not_know_each_other() {
        verbsDoNotKnowEachOther(ROOT).check(SERVICE);
    }

    @Test
    void and_that_one_bites() {
        assertBites(verbsDoNotKnowEachOther(OFFENDERS), VerbThatUsesVerb.class, EdgeThatReadsTokens.class);
    }

    @Test
    void packages_form_no_cycle() {
        noCycles(ROOT).check(SERVICE);
    }

    @Test
    void and_a_cycle_is_found() {
        assertBites(noCycles(OFFENDERS), VerbThatUsesVerb.class, VerbThatUsesVerbBack.class, EdgeThatReadsTokens.class);
    }

    @Test
    void only_the_package_security_reads_tokens() {
        onlySecurityReadsTokens(ROOT).check(SERVICE);
    }

    @Test
    void and_reading_one_elsewhere_is_found() {
        assertBites(onlySecurityReadsTokens(OFFENDERS), EdgeThatReadsTokens.class);
    }

    private static ArchRule modelKnowsOnlyTheJdk(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + ".model..", "java..", "org.jspecify.annotations..");
    }

    private static ArchRule onlyMongoKnowsMongo(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", root + ".mongo..");
    }

    private static ArchRule verbsDoNotKnowEachOther(String root) {
        return slices().matching(root + ".(" + String.join("|", VERBS) + ")..")
                .should()
                .notDependOnEachOther();
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule onlySecurityReadsTokens(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".security..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.security.oauth2..", "org.springframework.security.core.context..");
    }

    private static void assertBites(ArchRule rule, Class<?>... offenders) {
        var classes = new ClassFileImporter().importClasses(offenders);

        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }
}
