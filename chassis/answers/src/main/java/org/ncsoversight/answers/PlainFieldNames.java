package org.ncsoversight.answers;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** No field has brackets or dots in its name; the framework would follow them into what it finds there, and fall. */
@ControllerAdvice
final class PlainFieldNames {

    @InitBinder
    void overlookOthers(WebDataBinder binder) {
        binder.setDisallowedFields("*.*", "*[*");
    }
}
