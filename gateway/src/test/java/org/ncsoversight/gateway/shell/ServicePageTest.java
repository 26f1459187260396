package org.ncsoversight.gateway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePageTest {

    @Test
    void it_takes_title_main_styles_and_scripts() {
        var page = ServicePage.read("""
            <html><head><title>A &lt; B</title><link rel=stylesheet href=/a.css><script type=module src=/a.js></script>
            <script src=/classic.js></script></head><body><header>x</header><main class="wide">text</main></body></html>\
            """);

        assertThat(page.title()).isEqualTo("A < B");
        assertThat(page.main()).isEqualTo("<main class=\"wide\" id=\"main-content\">text</main>");
        assertThat(page.styles()).containsExactly("/a.css");
        assertThat(page.scripts()).containsExactly("/a.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/a.css", "//evil.example/a.css", "/\\evil.example/a.css", "a.css", "/"})
    void files_from_anywhere_else_are_left_out(String address) {
        var page = ServicePage.read("<title>t</title><link rel=stylesheet href='" + address + "'><main>m</main>");

        assertThat(page.styles()).isEmpty();
    }

    @Test
    void a_page_without_main_is_all_main() {
        assertThat(ServicePage.read("<title>t</title><p>text").main())
                .isEqualTo("<main class=\"govuk-main-wrapper\" id=\"main-content\"><p>text</p></main>");
    }

    @Test
    void white_space_people_typed_stays() {
        assertThat(ServicePage.read("<main><pre>a\n  b</pre></main>").main()).contains("<pre>a\n  b</pre>");
    }
}
