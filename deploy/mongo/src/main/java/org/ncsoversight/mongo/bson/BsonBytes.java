package org.ncsoversight.mongo.bson;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.memory.Refusal;

/** From documents to bytes and back. */
public final class BsonBytes {

    private BsonBytes() {}

    public static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    public static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    /** A command may be larger than the decoder takes; what is in it may not. */
    public static Document decodeByField(ByteBuf bson) {
        bson.skipBytes(Integer.BYTES);
        var document = new Document();
        byte type = bson.readByte();
        while (type != 0) {
            String name = BsonDecoder.decodeCString(bson);
            document.put(name, value(type, bson));
            type = bson.readByte();
        }
        return document;
    }

    private static @Nullable Object value(byte type, ByteBuf bson) {
        int size = bson.readableBytes();
        try {
            return BsonDecoder.decodeValue(type, bson);
        } catch (IllegalArgumentException e) {
            throw size > Limits.DOCUMENT_IN_BYTES
                    ? Refusal.objectTooLarge(size)
                    : Refusal.invalidBson("A value cannot be understood");
        }
    }
}
