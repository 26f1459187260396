package org.ncsoversight.criteria;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.keycloak.admin.client.Keycloak;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.backing.Wings;
import org.ncsoversight.criteria.model.OffenderAgainstTheModel;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.problems.OffenderAgainstCycles;
import org.ncsoversight.criteria.problems.OffenderAgainstTheWings;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.register.registering.OffenderAgainstTheVerbs;
import org.springframework.security.oauth2.jwt.Jwt;

class ArchitectureTest {

    private static final String ROOT = "org.ncsoversight.criteria";
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final ArchRule MODEL_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage(ROOT + "..model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", ROOT + "..model..", "org.jspecify.annotations")
                    .or(type(FieldError.class)));

    private static final ArchRule ONLY_MONGO_KNOWS_MONGODB = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "..mongo..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson.."));

    private static final ArchRule ONLY_SECURITY_READS_TOKENS = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".security..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.security.."));

    private static final ArchRule NOBODY_POINTS_AT_MONGO_BUT_OUTBOX = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "..mongo..", ROOT + ".outbox..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..mongo.."));

    private static final ArchRule ONLY_ONE_PACKAGE_KNOWS_KEYCLOAK = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".people.keycloak..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.keycloak..", "jakarta.ws.rs.."));

    private static final ArchRule NO_CYCLES =
            SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static final ArchRule WINGS_FORM_NO_CIRCLE =
            SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    private static final ArchRule NOBODY_LOOKS_AT_THE_WALL_CLOCK =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now");

    private final Wings wings = new Wings(ROOT, SHIPPED);

    @TestFactory
    Stream<DynamicTest> the_shipped_classes_keep_every_rule() {
        return Stream.of(
                        MODEL_KNOWS_ONLY_THE_JDK,
                        ONLY_MONGO_KNOWS_MONGODB,
                        ONLY_SECURITY_READS_TOKENS,
                        NOBODY_POINTS_AT_MONGO_BUT_OUTBOX,
                        ONLY_ONE_PACKAGE_KNOWS_KEYCLOAK,
                        NO_CYCLES,
                        WINGS_FORM_NO_CIRCLE,
                        NOBODY_LOOKS_AT_THE_WALL_CLOCK)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(SHIPPED)));
    }

    @Test
    void wings_and_verbs_are_found() {
        assertThat(wings.all()).contains("standard", "register", "accreditation", "people");
        assertThat(wings.all()).doesNotContain("security", "model", "mongo", "pages");
        assertThat(wings.verbs()).contains("register.contracting", "people.inviting", "standard.publishing");
        assertThat(wings.verbs()).doesNotContain("register.store", "standard.comparison");
    }

    @Test
    void what_wings_stand_on_knows_none_of_them() {
        assertThat(wings.usesOfWingsFromBelow()).isEmpty();
    }

    @Test
    void and_the_rule_on_wings_bites() {
        JavaClasses classes = new ClassFileImporter().importPackages(ROOT + ".register", ROOT + ".problems");

        assertThat(WINGS_FORM_NO_CIRCLE.evaluate(classes).hasViolation()).isTrue();
        assertThat(new Wings(ROOT, classes).usesOfWingsFromBelow())
                .anyMatch(use -> use.contains(OffenderAgainstTheWings.class.getName()));
    }

    @Test
    void nobody_knows_a_verb() {
        assertThat(wings.usesOfVerbs()).isEmpty();
    }

    @Test
    void and_the_rule_on_verbs_bites() {
        JavaClasses classes = new ClassFileImporter().importPackages(ROOT + ".register");

        assertThat(new Wings(ROOT, classes).usesOfVerbs())
                .anyMatch(use -> use.contains(OffenderAgainstTheVerbs.class.getName()));
    }

    @Test
    void and_the_rule_on_the_model_bites() {
        assertBites(MODEL_KNOWS_ONLY_THE_JDK, OffenderAgainstTheModel.class);
    }

    @Test
    void and_the_rule_on_mongodb_bites() {
        assertBites(ONLY_MONGO_KNOWS_MONGODB, KnowsMongo.class);
    }

    @Test
    void and_the_rule_on_tokens_bites() {
        assertBites(ONLY_SECURITY_READS_TOKENS, ReadsTokens.class);
    }

    @Test
    void and_the_rule_on_pointing_at_mongo_bites() {
        assertBites(NOBODY_POINTS_AT_MONGO_BUT_OUTBOX, PointsAtMongo.class);
    }

    @Test
    void and_the_rule_on_keycloak_bites() {
        assertBites(ONLY_ONE_PACKAGE_KNOWS_KEYCLOAK, KnowsKeycloak.class);
    }

    @Test
    void and_the_rule_on_cycles_bites() {
        assertBites(NO_CYCLES, OffenderAgainstTheModel.class, Problems.class, OffenderAgainstCycles.class);
    }

    @Test
    void and_the_rule_on_the_clock_bites() {
        assertBites(NOBODY_LOOKS_AT_THE_WALL_CLOCK, LooksAtTheWallClock.class);
    }

    record KnowsMongo(MongoClient client) {}

    record KnowsKeycloak(Keycloak keycloak) {}

    record ReadsTokens(Jwt token) {}

    record PointsAtMongo(MongoCollections collections) {}

    static final class LooksAtTheWallClock {
        Instant now() {
            return Instant.now();
        }
    }

    private static void assertBites(ArchRule rule, Class<?>... offenders) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(offenders))
                        .hasViolation())
                .isTrue();
    }
}
