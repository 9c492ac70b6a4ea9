package io.rustls4j.jsse.peers;

import io.rustls4j.testkit.IssuedCertificate;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;

/** A key of the kind RSASSA-PSS with a certificate for localhost. */
record PssIdentity(List<X509Certificate> chain, PrivateKey key) {
    /** Perhaps one that may sign with one hash only. */
    static PssIdentity issue(String boundTo) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
        PSSParameterSpec bound =
                boundTo.isEmpty()
                        ? null
                        : new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
        generator.initialize(new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4, bound));
        KeyPair keys = generator.generateKeyPair();
        IssuedCertificate issued =
                Contexts.AUTHORITY.newCertificate().dns("localhost").keyPair(keys).issue();
        return new PssIdentity(issued.chain(), issued.privateKey());
    }
}
