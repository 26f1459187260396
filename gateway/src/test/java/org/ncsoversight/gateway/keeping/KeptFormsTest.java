package org.ncsoversight.gateway.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.keeping.FormReader.Typed;
import org.ncsoversight.gateway.keeping.KeptForm.Field;
import org.ncsoversight.gateway.running.MovableClock;
import org.springframework.util.unit.DataSize;

class KeptFormsTest {

    private final MovableClock clock = new MovableClock();
    private final KeptForms forms = new KeptForms(
            new KeepingSettings(DataSize.ofKilobytes(1), DataSize.ofKilobytes(10), 2, Duration.ofMinutes(30)), clock);

    @Test
    void a_form_is_for_its_person_alone() {
        String key = keep("lead", 1);

        assertThat(forms.find(key, "lead")).isPresent();
        assertThat(forms.find(key, "other")).isEmpty();
        assertThat(forms.find("guess", "lead")).isEmpty();
    }

    @Test
    void it_is_kept_for_half_an_hour() {
        String key = keep("lead", 1);

        clock.moveOn(Duration.ofMinutes(29));
        assertThat(forms.find(key, "lead")).isPresent();
        clock.moveOn(Duration.ofMinutes(2));
        assertThat(forms.find(key, "lead")).isEmpty();
    }

    @Test
    void the_oldest_of_one_person_makes_room() {
        String other = keep("other", 1);
        String first = keep("lead", 1);
        String second = keep("lead", 1);
        String third = keep("lead", 1);

        assertThat(forms.find(first, "lead")).isEmpty();
        assertThat(forms.find(second, "lead")).isPresent();
        assertThat(forms.find(third, "lead")).isPresent();
        assertThat(forms.find(other, "other")).isPresent();
    }

    @Test
    void all_together_they_take_no_more_than_said() {
        String first = keep("person 0", 1_000);
        for (int i = 1; i < 5; i++) {
            keep("person " + i, 1_000);
        }
        String last = keep("person 5", 1_000);

        assertThat(forms.find(first, "person 0")).isEmpty();
        assertThat(forms.find(last, "person 5")).isPresent();
    }

    private String keep(String person, int letters) {
        return forms.keep(person, "/x", new Typed(List.of(new Field("a", "x".repeat(letters))), List.of()));
    }
}
