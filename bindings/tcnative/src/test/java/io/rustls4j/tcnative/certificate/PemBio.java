package io.rustls4j.tcnative.certificate;

import io.rustls4j.tcnative.bio.MemBio;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Puts PEM text into a BIO. */
final class PemBio {
    private PemBio() {}

    static MemBio of(byte[] text) {
        MemBio bio = new MemBio();
        try (Arena arena = Arena.ofConfined()) {
            bio.write(arena.allocateFrom(ValueLayout.JAVA_BYTE, text).address(), text.length);
        }
        return bio;
    }

    static MemBio of(String text) {
        return of(text.getBytes(StandardCharsets.US_ASCII));
    }

    static String block(String label, byte[] der) {
        return block(label, Base64.getMimeEncoder().encodeToString(der));
    }

    static String block(String label, String base64) {
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
