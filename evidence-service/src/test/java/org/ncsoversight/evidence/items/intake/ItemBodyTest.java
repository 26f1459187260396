package org.ncsoversight.evidence.items.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ncsoversight.bodies.WrongFieldException;
import tools.jackson.databind.json.JsonMapper;

class ItemBodyTest {

    private final ItemBody itemBody = new ItemBody(JsonMapper.builder().build());

    @Test
    void an_item_is_read() throws IOException {
        assertThat(itemBody.read(stream("{\"title\":\"Survey\"}")).title()).isEqualTo("Survey");
    }

    @Test
    void what_is_larger_than_an_item_may_be_is_not_read() {
        var large = "{\"title\":\"" + "x".repeat(1 << 18) + "\"}";

        assertThatThrownBy(() -> itemBody.read(stream(large))).hasMessage("item-too-large");
    }

    @Test
    void what_is_no_item_is_refused() {
        assertThatThrownBy(() -> itemBody.read(stream("[1"))).hasMessage("item-not-json");
        assertThatThrownBy(() -> itemBody.read(stream("null"))).hasMessage("item-not-json");
    }

    @Test
    void a_field_that_nobody_reads_and_a_null_in_a_list_are_refused_by_name() {
        assertThatThrownBy(() -> itemBody.read(stream("{\"titel\":\"Survey\"}")))
                .isInstanceOf(WrongFieldException.class)
                .hasMessageContaining("titel");
        assertThatThrownBy(() -> itemBody.read(stream("{\"criteria\":[\"4.3\",null]}")))
                .isInstanceOf(WrongFieldException.class)
                .hasMessageContaining("criteria[1]");
    }

    @Test
    void half_of_a_character_is_refused_by_the_name_of_its_field() {
        assertThatThrownBy(() -> itemBody.read(stream("{\"title\":\"half \\ud83d pair\"}")))
                .isInstanceOf(WrongFieldException.class)
                .hasMessageContaining("title");
        assertThatThrownBy(() -> itemBody.read(stream("{\"criteria\":[\"4.3\",\"\\ude00\"]}")))
                .isInstanceOf(WrongFieldException.class)
                .hasMessageContaining("criteria[1]");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
