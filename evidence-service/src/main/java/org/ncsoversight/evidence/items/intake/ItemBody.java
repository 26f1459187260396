package org.ncsoversight.evidence.items.intake;

import java.io.IOException;
import java.io.InputStream;
import org.ncsoversight.bodies.StrictBodies;
import org.ncsoversight.bodies.WrongField;
import org.ncsoversight.bodies.WrongFieldException;
import org.ncsoversight.evidence.presenting.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the item of a request, never more of it than an item may take. */
@Component
public class ItemBody {

    private static final int LIMIT_IN_BYTES = 1 << 18;

    private final JsonMapper json;

    public ItemBody(JsonMapper json) {
        this.json = StrictBodies.strict(json);
    }

    public ItemJson read(InputStream body) throws IOException {
        try (body) {
            byte[] bytes = body.readNBytes(LIMIT_IN_BYTES + 1);
            if (bytes.length > LIMIT_IN_BYTES) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "item-too-large",
                        "The item must be %d bytes or less".formatted(LIMIT_IN_BYTES));
            }
            ItemJson item = json.readValue(bytes, ItemJson.class);
            if (item != null) {
                return item;
            }
        } catch (JacksonException e) {
            var wrong = WrongField.in(e);
            if (wrong.isPresent()) {
                throw new WrongFieldException(wrong.get());
            }
            // Else answered below, without the parser's words.
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "item-not-json", "The item is not a JSON object of the right form");
    }
}
