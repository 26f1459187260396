package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchScriptTest {

    private static final List<String> SERVICES = List.of(
            "criteria-service", "evidence-service", "feedback-service", "outcomes-service", "reporting-service");

    @TempDir
    Path folder;

    private Instant built;

    @BeforeEach
    void now() {
        built = Instant.parse("2026-01-01T12:00:00Z");
    }

    @Test
    void a_java_home_of_version_25_is_used() throws Exception {
        jdk("mine", "25.0.1");
        jdk("jvm/other", "26");

        assertThat(findJdk("mine")).isEqualTo(folder.resolve("mine") + "\n");
    }

    @Test
    void a_java_home_of_version_17_is_passed_over_for_the_newest_jdk_found() throws Exception {
        jdk("mine", "17.0.9");
        jdk("jvm/a", "25.0.3");
        jdk("jvm/b", "26");
        jdk("jvm/c", "21.0.1");

        assertThat(findJdk("mine")).isEqualTo(folder.resolve("jvm/b") + "\n");
    }

    @Test
    void a_runtime_without_a_compiler_is_no_jdk() throws Exception {
        jdk("jvm/a", "25.0.3");
        Files.delete(folder.resolve("jvm/a/bin/javac"));

        assertThat(findJdk("nothing")).contains("No JDK 25 or later found", "failed");
    }

    @Test
    void nothing_is_built_when_every_jar_is_newer_than_its_sources() throws Exception {
        builtTree();

        assertThat(modulesToBuild()).isEmpty();
    }

    @Test
    void everything_is_built_when_nothing_is() throws Exception {
        assertThat(modulesToBuild().lines()).containsAll(SERVICES).contains("gateway", "deploy");
    }

    @Test
    void a_module_with_a_newer_source_is_built() throws Exception {
        builtTree();
        file("gateway/src/main/java/Gateway.java", built.plusSeconds(1));

        assertThat(modulesToBuild()).isEqualTo("gateway\n");
    }

    @Test
    void a_newer_test_builds_nothing() throws Exception {
        builtTree();
        file("gateway/src/test/java/GatewayTest.java", built.plusSeconds(1));

        assertThat(modulesToBuild()).isEmpty();
    }

    @Test
    void a_newer_library_of_the_chassis_builds_all_that_holds_it() throws Exception {
        builtTree();
        file("chassis/tables/src/main/java/Table.java", built.plusSeconds(1));

        assertThat(modulesToBuild().lines()).containsAll(SERVICES).contains("gateway");
    }

    @Test
    void a_newer_test_or_result_of_a_library_builds_nothing() throws Exception {
        builtTree();
        file("chassis/tables/src/test/java/TableTest.java", built.plusSeconds(1));
        file("chassis/tables/target/tables-1.0.0-SNAPSHOT.jar", built.plusSeconds(1));

        assertThat(modulesToBuild()).isEmpty();
    }

    @Test
    void the_launcher_runs_from_a_copy_that_the_next_build_leaves_alone() throws Exception {
        builtTree();
        String first = classPath();
        Path copy = Path.of(first.substring(0, first.indexOf(':')));
        Files.writeString(folder.resolve("deploy/target/deploy-1.0.0-SNAPSHOT.jar"), "built again");

        assertThat(copy).hasContent("").hasParent(folder.resolve(".run"));
        assertThat(classPath()).isNotEqualTo(first).contains("deploy/target/lib/*");
        assertThat(copy).doesNotExist();
    }

    private String classPath() throws Exception {
        return bash("root=" + folder + "; class_path");
    }

    private void builtTree() throws IOException {
        for (String module : SERVICES) {
            builtModule(module);
        }
        builtModule("gateway");
        builtModule("deploy");
        file("pom.xml", built.minusSeconds(1));
        file("chassis/outbox/src/Outbox.java", built.minusSeconds(1));
        file("chassis/outbox/pom.xml", built.minusSeconds(1));
        file("deploy/mongo/src/Mongo.java", built.minusSeconds(1));
        file("deploy/mongo/pom.xml", built.minusSeconds(1));
    }

    private void builtModule(String module) throws IOException {
        file(module + "/pom.xml", built.minusSeconds(1));
        file(module + "/src/main/java/Source.java", built.minusSeconds(1));
        file(module + "/target/" + module + "-1.0.0-SNAPSHOT.jar", built);
    }

    private void file(String name, Instant modified) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private void jdk(String name, String version) throws IOException {
        Path javac = folder.resolve(name).resolve("bin/javac");
        Files.createDirectories(javac.getParent());
        Files.writeString(javac, "");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private String findJdk(String javaHome) throws Exception {
        return bash("JAVA_HOME=" + folder.resolve(javaHome) + "; find_jdk " + folder.resolve("jvm"));
    }

    private String modulesToBuild() throws Exception {
        return bash("modules_to_build " + folder + " 2>/dev/null");
    }

    private static String bash(String commands) throws Exception {
        Process bash = new ProcessBuilder(
                        "bash", "-c", "set -euo pipefail; . ./launch.sh; " + commands + " || echo failed")
                .redirectErrorStream(true)
                .start();
        return new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
