package org.ncsoversight.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.offenders.here.ReadsBodies;
import org.ncsoversight.gateway.offenders.there.PointsBack;

class ArchitectureTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ncsoversight.gateway");

    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importClasses(ReadsBodies.class, PointsBack.class);

    @Test
    void packages_do_not_go_round_in_circles() {
        noCircles("org.ncsoversight.gateway.(*)..").check(GATEWAY);
    }

    @Test
    void and_that_rule_bites() {
        assertThat(noCircles("org.ncsoversight.gateway.offenders.(*)..")
                        .evaluate(OFFENDERS)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void nothing_asks_for_a_request_parameter_and_eats_a_body_with_it() {
        noParameters().check(GATEWAY);
    }

    @Test
    void and_that_one_bites_too() {
        assertThat(noParameters().evaluate(OFFENDERS).hasViolation()).isTrue();
    }

    @Test
    void only_routing_talks_to_the_parts() {
        onlyRoutingHasTheClient("org.ncsoversight.gateway.routing..").check(GATEWAY);
    }

    @Test
    void which_would_be_noticed() {
        assertThat(onlyRoutingHasTheClient("org.ncsoversight.gateway.shell..")
                        .evaluate(GATEWAY)
                        .hasViolation())
                .isTrue();
    }

    private static ArchRule noCircles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }

    private static ArchRule noParameters() {
        return noClasses()
                .should()
                .callMethod(jakarta.servlet.ServletRequest.class, "getParameter", String.class)
                .orShould()
                .callMethod(jakarta.servlet.http.HttpServletRequest.class, "getParameter", String.class)
                .orShould()
                .callMethod(jakarta.servlet.http.HttpServletRequest.class, "getParts");
    }

    private static ArchRule onlyRoutingHasTheClient(String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..");
    }
}
