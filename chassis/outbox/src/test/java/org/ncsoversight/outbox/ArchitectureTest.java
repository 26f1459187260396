package org.ncsoversight.outbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchRule OWN_AND_DRIVERS_ONLY = classes()
            .that()
            .resideInAPackage("org.ncsoversight.outbox")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.ncsoversight.outbox",
                    "java..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.apache.kafka..",
                    "org.slf4j..",
                    "org.jspecify..");

    @Test
    void the_outbox_knows_only_the_jdk_the_two_drivers_and_the_log_and_spring_stays_in_listening() {
        JavaClasses outbox = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.ncsoversight.outbox");

        OWN_AND_DRIVERS_ONLY.check(outbox);
    }

    @Test
    void and_that_rule_bites() {
        JavaClasses offender = new ClassFileImporter().importClasses(ArchitectureTest.class);

        assertThat(OWN_AND_DRIVERS_ONLY.evaluate(offender).hasViolation()).isTrue();
    }
}
