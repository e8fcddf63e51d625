package io.customerpulse.functions;

import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where a function's state is kept: as objects, or as bytes. */
public enum Backend {
    HASHMAP,
    ROCKSDB;

    StateBackend create() {
        return switch (this) {
            case HASHMAP -> new HashMapStateBackend();
            case ROCKSDB -> new EmbeddedRocksDBStateBackend(true);
        };
    }
}
