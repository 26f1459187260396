package org.ncsoversight.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void case_accents_and_plural_make_no_difference() {
        assertThat(SearchWords.in("Surveys")).isEqualTo(SearchWords.in("survey"));
        assertThat(SearchWords.in("POLICIES, Übersicht")).containsExactly("policy", "ubersicht");
        assertThat(SearchWords.in("client’s clients clients'")).containsExactly("client");
        assertThat(SearchWords.in("process status bus gas")).containsExactly("bus", "gas", "process", "status");
    }

    @Test
    void words_are_whole_and_each_counts_once_in_any_script() {
        assertThat(SearchWords.in("4.3 and 4.3", "and 概要 عملاء")).containsExactly("3", "4", "and", "عملاء", "概要");
        assertThat(SearchWords.in("", " - ")).isEmpty();
    }

    @Test
    void a_word_without_end_is_cut_alike_on_both_sides() {
        assertThat(SearchWords.in("x".repeat(500))).isEqualTo(SearchWords.in("x".repeat(41)));
    }
}
