package org.ncsoversight.apidocs.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeneratedDocumentTest {

    private static final String TEXT = ApiDocuments.textOf(Shop.class);
    private static final JsonNode DOCUMENT = JsonMapper.shared().readTree(TEXT);
    private static final JsonNode FRUIT = DOCUMENT.at("/paths/~1api~1shop~1{kind}~1{id}");

    @Test
    void is_the_same_each_time() {
        assertThat(ApiDocuments.textOf(Shop.class)).isEqualTo(TEXT);
        assertThat(DOCUMENT.path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void reads_from_the_route_table_who_may() {
        assertThat(texts(FRUIT.at("/get/x-roles"))).containsExactly("buyer", "keeper");
        assertThat(texts(FRUIT.at("/put/x-roles"))).containsExactly("keeper");
        assertThat(FRUIT.at("/put/description").asString()).contains("`keeper`");
    }

    @Test
    void tells_every_code_of_a_status() {
        assertThat(texts(FRUIT.at(
                        "/put/responses/422/content/application~1problem+json/schema/allOf/1/properties/type/enum")))
                .containsExactly("/problems/no-room", "/problems/too-soft");
        assertThat(FRUIT.at("/get/responses/404/$ref").asString()).isEqualTo("#/components/responses/NotFound");
        assertThat(DOCUMENT.at("/components/responses/NotFound/description").asString())
                .contains("`not-found`", "`not-here`");
    }

    @Test
    void what_only_a_body_can_get_wrong_is_told_of_bodies_only() {
        assertThat(FRUIT.at("/put/responses").has("415")).isTrue();
        assertThat(FRUIT.at("/get/responses").has("415")).isFalse();
        assertThat(FRUIT.at("/put/responses/400/description").asString()).contains("`wrong-field`");
        assertThat(FRUIT.at("/put/responses/412/description").asString()).contains("`changed-meanwhile`");
    }

    @Test
    void a_component_that_may_be_null_is_not_required() {
        JsonNode schema = DOCUMENT.at("/components/schemas/ShopFruitFruit");

        assertThat(texts(schema.path("required"))).containsExactly("asOf", "weight");
        assertThat(texts(schema.at("/properties/origin/type"))).containsExactly("string", "null");
        assertThat(schema.at("/properties/weight/minimum").asInt()).isEqualTo(1);
    }

    @Test
    void what_a_name_means_everywhere_is_said_of_it() {
        assertThat(DOCUMENT.at("/components/schemas/ShopFruitFruit/properties/asOf/description")
                        .asString())
                .contains("Europe/London");
    }

    @Test
    void bodies_have_examples() {
        assertThat(FRUIT.at("/put/requestBody/content/application~1json/example/asOf")
                        .asString())
                .isEqualTo("2026-10-31");
        assertThat(DOCUMENT.at("/paths/~1api~1shop~1deliveries/post/requestBody/content/text~1csv/example")
                        .asString())
                .isEqualTo("kind,crates\npears,3\n");
    }

    @Test
    void whatever_a_reader_would_have_to_guess_fails() {
        assertThatThrownBy(() -> ApiDocuments.textOf(Shop.class, "--shop.silent=yes"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("get /api/shop/pears/price: no summary")
                .hasMessageContaining("get /api/shop/pears/price: no answer");
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
