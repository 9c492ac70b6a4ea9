package io.rustls4j.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes hello messages field by field. */
public final class HelloBytes {
    private final ByteArrayOutputStream extensions = new ByteArrayOutputStream();

    /** A hello with every extension that the parser reads. */
    public static byte[] full() {
        return new HelloBytes()
                .extension(0, vector16(bytes(0), vector16(text("WWW.Example"))))
                .extension(10, vector16(bytes(0, 0x1d, 0, 0x17)))
                .extension(13, vector16(bytes(4, 3, 8, 4)))
                .extension(16, vector16(vector8(text("h2")), vector8(bytes(0xff))))
                .extension(23)
                .extension(43, vector8(bytes(3, 4, 3, 3)))
                .extension(47, vector16(vector16(bytes(0x30, 0))))
                .message();
    }

    public HelloBytes extension(int type, byte[]... content) {
        extensions.writeBytes(bytes(type >> 8, type));
        extensions.writeBytes(vector16(content));
        return this;
    }

    /** The handshake message with its header. */
    public byte[] message() {
        return handshake(
                1,
                bytes(3, 3),
                new byte[32],
                vector8(new byte[32]),
                vector16(bytes(0x13, 1, 0xc0, 0x2b)),
                vector8(bytes(0)),
                vector16(extensions.toByteArray()));
    }

    public static byte[] handshake(int type, byte[]... content) {
        byte[] body = concat(content);
        return concat(bytes(type, body.length >> 16, body.length >> 8, body.length), body);
    }

    /** A record in the clear. */
    public static byte[] record(int type, byte[]... content) {
        return concat(bytes(type, 3, 3), vector16(content));
    }

    public static byte[] vector8(byte[]... content) {
        byte[] body = concat(content);
        return concat(bytes(body.length), body);
    }

    public static byte[] vector16(byte[]... content) {
        byte[] body = concat(content);
        return concat(bytes(body.length >> 8, body.length), body);
    }

    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
