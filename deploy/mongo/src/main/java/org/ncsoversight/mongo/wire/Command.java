package org.ncsoversight.mongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.bson.BsonCost;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.memory.Refusal;

/** What a request says: a command for a database. */
record Command(String database, Document document) {

    private static final int CHECKSUM_IN_BYTES = 4;

    static Command of(Request request, Allowance allowance) {
        try {
            return switch (request.operation()) {
                case Request.MESSAGE -> ofMessage(request, allowance);
                case Request.QUERY -> ofQuery(request.body(), allowance);
                default ->
                    throw new MongoServerError(59, "CommandNotFound", "Only messages with commands are understood");
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Refusal.invalidBson("A request cannot be understood");
        }
    }

    private static Command ofMessage(Request request, Allowance allowance) {
        ByteBuf body = request.body().skipBytes(Integer.BYTES);
        boolean checksum = (request.flags() & Request.CHECKSUM_PRESENT) != 0;
        ByteBuf sections = body.readSlice(body.readableBytes() - (checksum ? CHECKSUM_IN_BYTES : 0));
        var command = new Document();
        while (sections.isReadable()) {
            switch (sections.readByte()) {
                case 0 -> command.putAll(document(sections, allowance));
                case 1 -> sequence(sections, command, allowance);
                default -> throw Refusal.invalidBson("A request has a section of an unknown kind");
            }
        }
        return named(String.valueOf(command.get("$db")), command);
    }

    private static void sequence(ByteBuf sections, Document command, Allowance allowance) {
        int length = sections.getIntLE(sections.readerIndex());
        ByteBuf section = sections.readSlice(length).skipBytes(Integer.BYTES);
        String name = BsonDecoder.decodeCString(section);
        List<ByteBuf> documents = new ArrayList<>();
        while (section.isReadable()) {
            ByteBuf document = cut(section);
            allowance.take(Limits.AROUND_A_DOCUMENT_IN_BYTES >> 8);
            documents.add(document);
        }
        command.put(name, new DocumentsOfRequest(name, documents, allowance));
    }

    /** What drivers begin with, before they know that messages are understood. */
    private static Command ofQuery(ByteBuf body, Allowance allowance) {
        body.skipBytes(Integer.BYTES);
        String collection = BsonDecoder.decodeCString(body);
        body.skipBytes(2 * Integer.BYTES);
        Document query = document(body, allowance);
        if (!collection.endsWith(".$cmd")) {
            throw new MongoServerError(5739101, "Location5739101", "OP_QUERY is only understood for commands");
        }
        Document command = query.get("$query") instanceof Document inner ? inner : query;
        return named(collection.substring(0, collection.length() - ".$cmd".length()), command);
    }

    private static Command named(String database, Document command) {
        if (command.isEmpty()) {
            throw new MongoServerError(59, "CommandNotFound", "A request has no command");
        }
        return new Command(database, command);
    }

    /** Cut out without decoding it. */
    private static ByteBuf cut(ByteBuf from) {
        int length = from.getIntLE(from.readerIndex());
        if (length > Limits.DOCUMENT_IN_BYTES + Limits.AROUND_A_DOCUMENT_IN_BYTES) {
            throw Refusal.objectTooLarge(length);
        }
        return from.readSlice(length);
    }

    private static Document document(ByteBuf from, Allowance allowance) {
        ByteBuf bytes = cut(from);
        allowance.take(BsonCost.of(bytes));
        return BsonBytes.decodeByField(bytes);
    }
}
