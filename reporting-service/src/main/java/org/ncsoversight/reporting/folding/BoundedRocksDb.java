package org.ncsoversight.reporting.folding;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** Makes all stores of the process share one small cache, whose size counts their write buffers too. */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    static final String BLOCK_CACHE_BYTES = "reporting.rocksdb.block-cache-bytes";
    static final String WRITE_BUFFER_BYTES = "reporting.rocksdb.write-buffer-bytes";

    /** Of one store; the shared budget above may force it out earlier. */
    private static final long WRITE_BUFFER_OF_STORE_IN_BYTES = 1024 * 1024;

    private static final int WRITE_BUFFERS_OF_STORE = 2;

    private static @Nullable Cache cache;
    private static @Nullable WriteBufferManager writeBuffers;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        synchronized (BoundedRocksDb.class) {
            if (cache == null || writeBuffers == null) {
                cache = new LRUCache(bytes(configs, BLOCK_CACHE_BYTES));
                writeBuffers = new WriteBufferManager(bytes(configs, WRITE_BUFFER_BYTES), cache);
            }
            table.setBlockCache(cache);
            options.setWriteBufferManager(writeBuffers);
        }
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(WRITE_BUFFER_OF_STORE_IN_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS_OF_STORE);
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache belongs to all stores and lives as long as the process.
    }

    private static long bytes(Map<String, Object> configs, String name) {
        return Long.parseLong(String.valueOf(configs.get(name)));
    }
}
