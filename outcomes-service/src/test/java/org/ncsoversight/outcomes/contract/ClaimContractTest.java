package org.ncsoversight.outcomes.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.outcomes.model.AgeBand;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.ClientPseudonym;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClaimContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Claim CLAIM = new Claim(
            new ClaimId(UUID.fromString("f2a0c0de-5d0b-8a4e-9a77-0c4b5f6e7d88")),
            1,
            new Ukprn("99000101"),
            new Touchpoint("0000000201"),
            new ClientPseudonym("9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a"),
            AgeBand.FROM_25_TO_49,
            OutcomeType.CAREER_MANAGEMENT,
            true,
            LocalDate.parse("2026-09-01"),
            LocalDate.parse("2026-10-14"));

    @Test
    void what_we_publish_is_what_the_example_shows() throws IOException {
        var example = resource("claim-recorded.v1.example.json");

        assertThat(JSON.readTree(JSON.writeValueAsString(ClaimMessage.of(CLAIM))))
                .isEqualTo(example.get("value"));
        assertThat(ClaimMessage.typeOf(new ClaimRecorded(UUID.randomUUID(), Instant.EPOCH, CLAIM)))
                .isEqualTo(example.get("headers").get("ce_type").asString());
        assertThat(ClaimMessage.SOURCE)
                .isEqualTo(example.get("headers").get("ce_source").asString());
    }

    @Test
    void the_example_keeps_to_the_schema() throws IOException {
        assertThat(schema().validate(resource("claim-recorded.v1.example.json")))
                .isEmpty();
    }

    @Test
    void and_the_schema_bites() throws IOException {
        var withoutClient =
                resource("claim-recorded.v1.example.json").deepCopy().asObject();
        withoutClient.get("value").asObject().remove("client");

        assertThat(schema().validate(JSON.readTree("{}"))).isNotEmpty();
        assertThat(schema().validate(withoutClient)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("outcomes.v1.schema.json"));
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = ClaimContractTest.class.getResourceAsStream("/contracts/outcomes/" + name)) {
            return JSON.readTree(in);
        }
    }
}
