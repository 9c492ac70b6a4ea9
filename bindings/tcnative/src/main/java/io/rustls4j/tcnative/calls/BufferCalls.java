package io.rustls4j.tcnative.calls;

import io.netty.internal.tcnative.Buffer;
import java.nio.ByteBuffer;

/** What {@link Buffer} asks of the library: memory of direct buffers. */
public interface BufferCalls {
    /** Behind {@link Buffer#address(ByteBuffer)}. */
    long address(ByteBuffer buf);

    /** Behind {@link Buffer#size(ByteBuffer)}. */
    long size(ByteBuffer buf);
}
