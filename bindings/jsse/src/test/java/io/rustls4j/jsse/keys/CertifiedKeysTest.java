package io.rustls4j.jsse.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.CertifiedKey;
import io.rustls4j.EngineKind;
import io.rustls4j.KeyMaterial;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.ServerConfig;
import io.rustls4j.SignatureScheme;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.TestAuthority;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Native keys are made once, and go when nobody needs them any more. */
class CertifiedKeysTest {
    private static final TestAuthority AUTHORITY = TestAuthority.root("certified keys");
    private static final Identity NEXT = issue(KeyKind.EC_P256);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CertifiedKeys keys = new CertifiedKeys();
    private final List<SignatureScheme> all = offered();

    private static List<SignatureScheme> offered() {
        try {
            return View.of(false, ProtocolVersion.TLSV1_3).parameters().offer().schemes();
        } catch (SSLHandshakeException e) {
            throw new AssertionError("the default parameters offer nothing", e);
        }
    }

    private static Identity issue(KeyKind kind) {
        return Identity.of(AUTHORITY.newCertificate().key(kind).ownKey().issue());
    }

    private CertifiedKey key(Identity identity) {
        return keys.get(identity.credential(), all).orElseThrow();
    }

    @Test
    void theSameKeyAndChainAreMadeOnce() {
        Identity identity = issue(KeyKind.EC_P256);
        Identity token = identity.inToken();

        assertThat(key(identity)).isSameAs(key(identity));
        CertifiedKey held = key(token);
        assertThat(held).isSameAs(key(token)).isNotSameAs(key(identity));
        assertThat(keys.size()).isEqualTo(2);
    }

    /** Some key managers decrypt their store for each handshake. */
    @Test
    void anotherObjectOfTheSameKeyMakesNothing() throws Exception {
        Identity identity = issue(KeyKind.EC_P256);
        CertifiedKey first = key(identity);

        for (int handshake = 0; handshake < 100; handshake++) {
            assertThat(key(identity.withKey(copy(identity)))).isSameAs(first);
        }
        assertThat(key(issue(KeyKind.EC_P256))).isNotSameAs(first);
    }

    @Test
    void anotherObjectOfTheSameKeyThatSignsItselfMakesNothing() throws Exception {
        Identity identity = issue(KeyKind.RSA_2048);
        List<SignatureScheme> few = List.of(SignatureScheme.RSA_PSS_SHA256);
        AtomicBoolean destroyed = new AtomicBoolean();
        PrivateKey mortal = mortal((RSAPrivateKey) identity.privateKey(), destroyed);
        CertifiedKey first = keys.get(identity.withKey(mortal).credential(), few).orElseThrow();
        assertThat(first.key()).isInstanceOf(KeyMaterial.Opaque.class);

        assertThat(keys.get(identity.withKey(copy(identity)).credential(), few)).contains(first);
        destroyed.set(true);
        assertThat(keys.get(identity.withKey(copy(identity)).credential(), few))
                .as("a key that can still sign")
                .isPresent()
                .get()
                .isNotSameAs(first);
    }

    private static PrivateKey mortal(RSAPrivateKey inside, AtomicBoolean destroyed) {
        return (PrivateKey)
                Proxy.newProxyInstance(
                        CertifiedKeysTest.class.getClassLoader(),
                        new Class<?>[] {RSAPrivateKey.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("isDestroyed")
                                        ? destroyed.get()
                                        : method.invoke(inside, arguments));
    }

    @Test
    void aKeyThatCannotBeUsedIsNotTriedAgain() throws Exception {
        Identity wrong = issue(KeyKind.EC_P256).withKey(issue(KeyKind.EC_P256).privateKey());
        assertThat(keys.get(wrong.credential(), all)).isEmpty();

        assertThat(keys.get(wrong.withKey(copy(wrong)).credential(), all)).isEmpty();
        assertThat(keys.size()).isEqualTo(2);
    }

    @Test
    void keysInMemoryAreRustlssAndOthersStayWhereTheyAre() {
        Identity identity = issue(KeyKind.EC_P256);

        assertThat(key(identity).key()).isInstanceOf(KeyMaterial.Encoded.class);
        assertThat(key(identity.inToken()).key()).isInstanceOf(KeyMaterial.Opaque.class);
    }

    @Test
    void aRenewedCertificateIsAnotherKey() {
        IssuedCertificate first = AUTHORITY.newCertificate().key(KeyKind.RSA_2048).issue();
        IssuedCertificate renewed = AUTHORITY.newCertificate().key(KeyKind.RSA_2048).issue();
        assertThat(renewed.privateKey()).as("shared by the testkit").isSameAs(first.privateKey());

        CertifiedKey before = key(Identity.of(first));
        CertifiedKey after = key(Identity.of(renewed));

        assertThat(after).isNotSameAs(before);
        assertThat(after.chain()).isNotEqualTo(before.chain());
        assertThat(keys.size()).isEqualTo(1);
    }

    @Test
    void manyRenewalsAreNotAllRemembered() throws Exception {
        IssuedCertificate firstIssued = AUTHORITY.newCertificate().key(KeyKind.RSA_2048).issue();
        WeakReference<CertifiedKey> first = new WeakReference<>(key(Identity.of(firstIssued)));
        for (int renewal = 0; renewal < 10; renewal++) {
            key(Identity.of(AUTHORITY.newCertificate().key(KeyKind.RSA_2048).issue()));
        }

        assertThat(comesTrue(() -> first.get() == null)).isTrue();
        assertThat(key(Identity.of(firstIssued)).chain().getFirst().bytes())
                .isEqualTo(firstIssued.certificate().getEncoded());
    }

    @Test
    void fewerSchemesAreAnotherKey() {
        Identity identity = issue(KeyKind.RSA_2048);
        CertifiedKey restricted =
                keys.get(identity.credential(), List.of(SignatureScheme.RSA_PSS_SHA256))
                        .orElseThrow();

        assertThat(restricted).isNotSameAs(key(identity));
        assertThat(restricted.key()).isInstanceOf(KeyMaterial.Opaque.class);
        assertThat(keys.get(identity.credential(), List.of(SignatureScheme.ED25519))).isEmpty();
    }

    @Test
    void aDestroyedKeyIsNotUsed() throws Exception {
        Identity identity = issue(KeyKind.EC_P256);
        DestroyedKey destroyed = new DestroyedKey(identity.privateKey());
        Identity mortal = identity.withKey(destroyed);
        assertThat(keys.get(mortal.credential(), all)).isPresent();

        destroyed.destroy();
        assertThat(keys.get(mortal.credential(), all)).isEmpty();
    }

    @Test
    void aDroppedKeyGoes() throws Exception {
        Identity identity = issue(KeyKind.EC_P256);
        WeakReference<CertifiedKey> made = useCopyOf(identity);

        assertThat(comesTrue(() -> keys.size() == 0 && made.get() == null))
                .as("the private key and what was made of it are gone")
                .isTrue();
    }

    private WeakReference<CertifiedKey> useCopyOf(Identity identity) throws Exception {
        return new WeakReference<>(key(identity.withKey(copy(identity))));
    }

    private static PrivateKey copy(Identity identity) throws GeneralSecurityException {
        return KeyFactory.getInstance(identity.privateKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(identity.privateKey().getEncoded()));
    }

    /**
     * What signs through the private key refers to it, and must not keep it. It goes when the next
     * key is used.
     */
    @Test
    void aDroppedTokenKeyGoes() throws Exception {
        Identity identity = issue(KeyKind.EC_P256);
        WeakReference<CertifiedKey> made = new WeakReference<>(key(identity.inToken()));

        assertThat(comesTrue(() -> keys.size() == 0 && made.get() == null))
                .as("the token's key and what was made of it are gone")
                .isTrue();
    }

    private static boolean comesTrue(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        CertifiedKey other = CertifiedKey.of(NEXT.chain(), NEXT.privateKey());
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            System.gc();
            ServerConfig.builder(EngineKind.RUSTLS).certifiedKeys(other).build().close();
            Thread.sleep(20);
        }
        return condition.getAsBoolean();
    }
}
