package org.ncsoversight.evidence.files;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.HostileFiles;
import org.ncsoversight.evidence.items.intake.Fixture;

class HostileTypesTest {

    private final FileTypes types = new FileTypes();

    @Test
    void every_file_gets_a_type_or_none() {
        HostileFiles.assertAllReadOrRefused(
                1_000,
                HostileTypesTest::next,
                file -> !types.typeOf(Fixture.file("report.docx", file)).isEmpty());
    }

    private static byte[] next(Random random) {
        return random.nextBoolean() ? HostileFiles.zip(random) : HostileFiles.workbook(random, "a,b");
    }
}
