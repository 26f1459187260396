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
import org.ncsoversight.backing.Wings;
import org.ncsoversight.evidence.offenders.attic.model.ThirdFloor;
import org.ncsoversight.evidence.offenders.house.model.Thing;
import org.ncsoversight.evidence.offenders.house.model.ThingThatUsesShared;
import org.ncsoversight.evidence.offenders.house.submitting.VerbThatUsesMongo;
import org.ncsoversight.evidence.offenders.house.submitting.VerbThatUsesVerb;
import org.ncsoversight.evidence.offenders.house.viewing.EdgeThatReadsTokens;
import org.ncsoversight.evidence.offenders.house.viewing.VerbThatUsesVerbBack;
import org.ncsoversight.evidence.offenders.model.ModelThatUsesSpring;
import org.ncsoversight.evidence.offenders.roof.model.FourthFloor;
import org.ncsoversight.evidence.offenders.shared.SharedThatKnowsAWing;
import org.ncsoversight.evidence.offenders.upstairs.model.SecondFloor;

/** The rules that keep wings and their rooms apart, each seen to bite; wings, rooms and verbs are found, not listed. */
class ArchitectureTest {

    private static final String ROOT = "org.ncsoversight.evidence";
    private static final String OFFENDERS = ROOT + ".offenders";

    /** What is kept; items made of it; what is done with items. Wings of the highest floor do not know each other. */
    private static final int FLOORS = 3;

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private final Wings wings = new Wings(ROOT, SERVICE);

    @Test
    void wings_and_verbs_are_found() {
        assertThat(wings.all()).contains("items", "files", "registers").doesNotContain("security", "model", "mongo");
        assertThat(wings.verbs())
                .contains("items.submitting", "items.bulk", "files.scanning", "exchange.webhooks")
                .doesNotContain("items.model", "items.intake");
    }

    @Test
    void wings_point_down_only() {
        wingsFormNoCircle(ROOT).check(SERVICE);
        assertThat(wings.usesOfWingsFromBelow()).isEmpty();
    }

    @Test
    void and_an_arrow_up_is_found() {
        var classes = offenders(Thing.class, ThingThatUsesShared.class, SharedThatKnowsAWing.class);

        assertBites(wingsFormNoCircle(OFFENDERS), classes);
        assertThat(new Wings(OFFENDERS, classes).usesOfWingsFromBelow()).isNotEmpty();
    }

    @Test
    void wings_stand_on_three_floors() {
        assertThat(wings.floors()).isEqualTo(FLOORS);
    }

    @Test
    void and_a_fourth_is_found() {
        var classes = offenders(Thing.class, SecondFloor.class, ThirdFloor.class, FourthFloor.class);

        assertThat(new Wings(OFFENDERS, classes).floors()).isGreaterThan(FLOORS);
    }

    @Test
    void nobody_knows_a_verb() {
        assertThat(wings.usesOfVerbs()).isEmpty();
    }

    @Test
    void and_knowing_one_is_found() {
        var classes = offenders(Thing.class, EdgeThatReadsTokens.class, VerbThatUsesVerb.class);

        assertThat(new Wings(OFFENDERS, classes).usesOfVerbs()).isNotEmpty();
    }

    @Test
    void rooms_form_no_circle() {
        roomsFormNoCircle(ROOT).check(SERVICE);
    }

    @Test
    void and_a_circle_is_found() {
        var classes = offenders(EdgeThatReadsTokens.class, VerbThatUsesVerb.class, VerbThatUsesVerbBack.class);

        assertBites(roomsFormNoCircle(OFFENDERS), classes);
    }

    @Test
    void models_know_only_the_jdk() {
        modelsKnowOnlyTheJdk(ROOT).check(SERVICE);
    }

    @Test
    void and_that_rule_bites() {
        assertBites(modelsKnowOnlyTheJdk(OFFENDERS), offenders(ModelThatUsesSpring.class));
    }

    @Test
    void only_rooms_called_mongo_know_mongodb() {
        onlyMongoKnowsMongo(ROOT).check(SERVICE);
    }

    @Test
    void and_that_rule_bites_too() {
        assertBites(onlyMongoKnowsMongo(OFFENDERS), offenders(VerbThatUsesMongo.class));
    }

    @Test
    void only_the_package_security_reads_tokens() {
        onlySecurityReadsTokens(ROOT).check(SERVICE);
    }

    @Test
    void and_reading_one_elsewhere_is_found() {
        assertBites(onlySecurityReadsTokens(OFFENDERS), offenders(EdgeThatReadsTokens.class));
    }

    private static ArchRule wingsFormNoCircle(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule roomsFormNoCircle(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule modelsKnowOnlyTheJdk(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + "..model..", "java..", "org.jspecify.annotations..");
    }

    private static ArchRule onlyMongoKnowsMongo(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + "..mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", root + "..mongo..");
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

    private static JavaClasses offenders(Class<?>... offenders) {
        return new ClassFileImporter().importClasses(offenders);
    }

    private static void assertBites(ArchRule rule, JavaClasses offenders) {
        assertThat(rule.evaluate(offenders).hasViolation()).isTrue();
    }
}
