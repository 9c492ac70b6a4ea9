package io.rustls4j.tcnative.netty;

import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLCredential;
import io.rustls4j.testkit.IssuedCertificate;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A credential, made as Netty makes one where it takes what is underneath for BoringSSL. */
record CredentialHandle(long number) implements AutoCloseable {
    static CredentialHandle of(IssuedCertificate issued, boolean mustMatchIssuer) throws Exception {
        long keyBio = bio(issued.keyPem());
        long key = SSL.parsePrivateKey(keyBio, null);
        SSL.freeBIO(keyBio);
        long chainBio = bio(issued.chainPem());
        long chain = SSL.parseX509Chain(chainBio);
        SSL.freeBIO(chainBio);
        long credential = SSLCredential.newX509();
        SSLCredential.setPrivateKey(credential, key);
        SSLCredential.setCertChain(credential, chain);
        SSLCredential.setMustMatchIssuer(credential, mustMatchIssuer);
        SSL.freePrivateKey(key);
        SSL.freeX509Chain(chain);
        return new CredentialHandle(credential);
    }

    private static long bio(byte[] pem) throws Exception {
        long bio = SSL.newMemBIO();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, pem);
            SSL.bioWrite(bio, bytes.address(), pem.length);
        }
        return bio;
    }

    @Override
    public void close() {
        try {
            SSLCredential.free(number);
        } catch (Exception e) {
            throw new IllegalStateException("the credential cannot be freed", e);
        }
    }
}
