package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslPrivateKeyMethod;
import io.netty.handler.ssl.OpenSslX509KeyManagerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.AsyncTask;
import io.netty.internal.tcnative.SSL;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that Netty's application signs with itself. */
class PrivateKeyMethodTest {
    private static final String ECDSA = "SHA256withECDSA";
    private final AtomicInteger signatures = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theApplicationSigns(String version) throws Exception {
        SslContext servers =
                keyless(version)
                        .option(
                                OpenSslContextOption.PRIVATE_KEY_METHOD,
                                new OpenSslPrivateKeyMethod() {
                                    @Override
                                    public byte[] sign(
                                            SSLEngine engine, int algorithm, byte[] input)
                                            throws Exception {
                                        return signWith(Contexts.SERVER.privateKey(), input);
                                    }

                                    @Override
                                    public byte[] decrypt(SSLEngine engine, byte[] input) {
                                        throw new UnsupportedOperationException("RSA key exchange");
                                    }
                                })
                        .build();
        connects(version, servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theApplicationSignsInItsOwnTime(String version) throws Exception {
        SslContext servers =
                keyless(version)
                        .option(
                                OpenSslContextOption.ASYNC_PRIVATE_KEY_METHOD,
                                new AsyncKey(this::later))
                        .build();
        connects(version, servers);
    }

    /** Netty can miss what it is told on another thread before it knows that it has to wait. */
    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-256:P-384"})
    void aTaskThatWaitsForNobodyIsCompleteWhenItReturns(String clientsGroups) throws Exception {
        SslContext servers =
                keyless("TLSv1.3")
                        .option(
                                OpenSslContextOption.GROUPS,
                                new String[] {serversGroup(clientsGroups)})
                        .option(
                                OpenSslContextOption.ASYNC_PRIVATE_KEY_METHOD,
                                new AsyncKey(this::atOnce))
                        .build();
        SslContext clients =
                Contexts.client(SslProvider.OPENSSL)
                        .option(OpenSslContextOption.GROUPS, clientsGroups.split(":"))
                        .build();
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            ByteBuffer hello = ByteBuffer.allocate(1 << 14);
            pair.client().wrap(ByteBuffer.allocate(0), hello);
            pair.server().unwrap(hello.flip(), ByteBuffer.allocate(1 << 14));
            long ssl = Contexts.pointer(pair.server());
            AtomicReference<Thread> completing = new AtomicReference<>();

            ((AsyncTask) SSL.getTask(ssl)).runAsync(() -> completing.set(Thread.currentThread()));

            assertThat(completing).hasValue(Thread.currentThread());
        }
        assertThat(signatures).hasValue(clientsGroups.equals("P-256") ? 1 : 0);
        Contexts.release(clients, servers);
    }

    /** Where the client has shown no key for it, there is nothing to sign yet. */
    private static String serversGroup(String clientsGroups) {
        return clientsGroups.substring(clientsGroups.lastIndexOf(':') + 1);
    }

    @Test
    void aFailureToSignFailsTheHandshake() throws Exception {
        SslContext servers =
                keyless("TLSv1.3")
                        .option(
                                OpenSslContextOption.PRIVATE_KEY_METHOD,
                                new OpenSslPrivateKeyMethod() {
                                    @Override
                                    public byte[] sign(
                                            SSLEngine engine, int algorithm, byte[] input)
                                            throws Exception {
                                        throw new SignatureException("the token is gone");
                                    }

                                    @Override
                                    public byte[] decrypt(SSLEngine engine, byte[] input) {
                                        throw new UnsupportedOperationException("RSA key exchange");
                                    }
                                })
                        .build();
        SslContext clients = Contexts.client(SslProvider.OPENSSL).build();
        try (EnginePair pair = Contexts.pair(clients, servers, Contexts.NAME)) {
            assertThatThrownBy(pair::handshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasStackTraceContaining("the token is gone");
        }
        Contexts.release(clients, servers);
    }

    private static SslContextBuilder keyless(String version) throws Exception {
        return SslContextBuilder.forServer(
                        OpenSslX509KeyManagerFactory.newKeyless(Contexts.chain(Contexts.SERVER)))
                .sslProvider(SslProvider.OPENSSL)
                .protocols(version);
    }

    private void connects(String version, SslContext servers) throws Exception {
        SslContext clients = Contexts.client(SslProvider.OPENSSL).protocols(version).build();
        try (EnginePair pair = Contexts.connect(clients, servers)) {
            assertThat(pair.client().getSession().getPeerCertificates()[0])
                    .isEqualTo(Contexts.SERVER.certificate());
        }
        assertThat(signatures).hasValue(1);
        Contexts.release(clients, servers);
    }

    private byte[] signWith(PrivateKey key, byte[] input) throws Exception {
        signatures.incrementAndGet();
        Signature signature = Signature.getInstance(ECDSA);
        signature.initSign(key);
        signature.update(input);
        return signature.sign();
    }

    private Future<byte[]> atOnce(byte[] input) {
        try {
            return ImmediateEventExecutor.INSTANCE.newSucceededFuture(
                    signWith(Contexts.SERVER.privateKey(), input));
        } catch (Exception e) {
            return ImmediateEventExecutor.INSTANCE.newFailedFuture(e);
        }
    }

    private Future<byte[]> later(byte[] input) {
        Promise<byte[]> promise = ImmediateEventExecutor.INSTANCE.newPromise();
        CountDownLatch returned = new CountDownLatch(1);
        Thread.ofPlatform()
                .start(
                        () -> {
                            try {
                                returned.await();
                                promise.setSuccess(signWith(Contexts.SERVER.privateKey(), input));
                            } catch (Exception e) {
                                promise.setFailure(e);
                            }
                        });
        returned.countDown();
        return promise;
    }
}
