package org.ncsoversight.mongo.index;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How the store keeps and compares sort keys. */
public final class SortKeyType extends BasicDataType<SortKey> {

    public static final SortKeyType INSTANCE = new SortKeyType();

    private static final int OBJECTS_AROUND_THE_BYTES = 40;

    private SortKeyType() {}

    @Override
    public int compare(SortKey a, SortKey b) {
        return a.compareTo(b);
    }

    @Override
    public int getMemory(SortKey key) {
        return OBJECTS_AROUND_THE_BYTES + key.toBytes().length;
    }

    @Override
    public void write(WriteBuffer buffer, SortKey key) {
        buffer.putVarInt(key.toBytes().length).put(key.toBytes());
    }

    @Override
    public SortKey read(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return SortKey.fromBytes(bytes);
    }

    @Override
    public SortKey[] createStorage(int size) {
        return new SortKey[size];
    }
}
