package org.ncsoversight.bodies;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as usual, and names the field where it cannot. */
final class StrictJson extends JacksonJsonHttpMessageConverter {

    StrictJson(JsonMapper strict) {
        super(strict);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        try {
            return super.read(type, message, hints);
        } catch (HttpMessageNotReadableException e) {
            throw WrongField.in(e)
                    .<RuntimeException>map(WrongFieldException::new)
                    .orElse(e);
        }
    }
}
