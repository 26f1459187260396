package org.ncsoversight.bodies;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads text of which every character is whole; text that shows nothing is read as none. */
public final class WholeTexts extends SimpleModule {

    private static final long serialVersionUID = 1;

    public WholeTexts() {
        addDeserializer(String.class, new Reader());
    }

    /** Half of a character would be stored as another one than was sent. */
    private static final class Reader extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
                throw new HalfCharacterException(parser);
            }
            return ShownText.of(text);
        }
    }
}
