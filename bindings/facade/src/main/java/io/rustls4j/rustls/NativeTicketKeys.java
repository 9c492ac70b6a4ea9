package io.rustls4j.rustls;

import io.rustls4j.TicketKey;
import io.rustls4j.ffi.rustls4j_ticket_key;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/** Ticket keys in native memory, for the time of one operation. */
final class NativeTicketKeys {
    private NativeTicketKeys() {}

    static MemorySegment of(NativeScope scope, List<TicketKey> keys) {
        MemorySegment array =
                scope.secret(rustls4j_ticket_key.allocateArray(keys.size(), scope.arena()));
        for (int i = 0; i < keys.size(); i++) {
            MemorySegment entry = rustls4j_ticket_key.asSlice(array, i);
            byte[] secret = keys.get(i).secret();
            rustls4j_ticket_key.name(entry, MemorySegment.ofArray(keys.get(i).name()));
            rustls4j_ticket_key.secret(entry, MemorySegment.ofArray(secret));
            Arrays.fill(secret, (byte) 0);
        }
        return array;
    }
}
