package io.netty.internal.tcnative;

import java.nio.ByteBuffer;

/** Memory of direct buffers. */
public final class Buffer {

    private Buffer() {}

    /**
     * Where the memory of a direct buffer begins, wherever its position is.
     *
     * @param buf a direct buffer
     * @return the address
     */
    public static long address(ByteBuffer buf) {
        return Natives.BUFFER.address(buf);
    }

    /**
     * How long the memory of a direct buffer is.
     *
     * @param buf a direct buffer
     * @return its capacity
     */
    public static long size(ByteBuffer buf) {
        return Natives.BUFFER.size(buf);
    }
}
