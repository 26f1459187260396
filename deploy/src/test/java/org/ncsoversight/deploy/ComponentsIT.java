package org.ncsoversight.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The build says of each module what it is made of. */
class ComponentsIT {

    private static final Path ROOT = Path.of("..");

    @Test
    void every_module_built_before_lists_its_components() throws IOException {
        List<String> modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(modules).contains("deploy", "gateway").allSatisfy(module -> {
            Document list = Document.parse(Files.readString(ROOT.resolve(module).resolve("target/bom.json")));
            assertThat(list.getString("bomFormat")).isEqualTo("CycloneDX");
            assertThat(list.getList("components", Document.class)).isNotEmpty();
        });
    }
}
